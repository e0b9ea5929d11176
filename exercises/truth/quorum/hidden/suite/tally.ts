import { listed } from '@five-pillars/suite'

import type { State } from '../../src/quorum.ts'
import { voteText } from './ballot.ts'
import type { Ballot, Vote } from './ballot.ts'

/** What the votes so far come to. */
export interface Tally {
  readonly state: State
  /** The first word of each member that has spoken. */
  readonly counted: readonly Vote[]
  readonly yes: number
  /** Members that have not spoken. */
  readonly silent: number
  readonly need: number
}

export function tally({ members, need, votes }: Ballot): Tally {
  const counted = votes.filter(({ from }, index) => {
    return members.includes(from) && votes.findIndex((vote) => vote.from === from) === index
  })
  const yes = counted.filter(({ ok }) => ok).length
  const silent = members.length - counted.length
  if (silent < 0) throw new Error('sentinel-quorum-tally.ts: more voters than members')
  return { state: stateOf(yes, silent, need), counted, yes, silent, need }
}

/** `2 yes are needed, 1 counts, and 2 members have not voted`. */
export function standing({ need, yes, silent }: Tally): string {
  const needed = need > 0 ? `${need} yes ${need === 1 ? 'is' : 'are'} needed` : 'no yes is needed'
  const given = yes === 0 ? 'none counts' : `${yes} ${yes === 1 ? 'counts' : 'count'}`
  return `${needed}, ${given}, and ${silentText(silent)}`
}

/** The last line of a story: what there was to count. */
export function countedLine({ counted }: Tally): string {
  return `  what counts: ${counted.length === 0 ? 'nothing' : listed(counted.map(voteText))}`
}

function silentText(silent: number): string {
  if (silent === 0) return 'all members have voted'
  return silent === 1 ? '1 member has not voted' : `${silent} members have not voted`
}

function stateOf(yes: number, silent: number, need: number): State {
  if (yes >= need) return 'reached'
  return yes + silent < need ? 'impossible' : 'pending'
}
