import { BrokenPromise, asked, callLines, quoted } from '@five-pillars/suite'

import type { Collector } from '../../src/quorum.ts'
import type { Ballot, Vote } from './ballot.ts'
import { questionText } from './ballot.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'
import { tally } from './tally.ts'
import type { Tally } from './tally.ts'

/** One offer, what the collector answered, and what there is to know. */
export interface Turn {
  readonly got: string
  readonly tally: Tally
  /** The conversation up to here, in lines; ask for it before the next turn. */
  readonly story: () => string
  /** The same in a line, if it is short enough for one. */
  readonly line: (who: string) => string
}

/** Offers the votes of a ballot to a new collector, one after the other. */
export function* converse(subject: Subject, ballot: Ballot): Generator<Turn> {
  const collector = open(subject, ballot)
  const calls: string[] = []
  for (const [index, vote] of ballot.votes.entries()) {
    const call = `offer(${quoted(vote.from)}, ${vote.ok})`
    const got = offer(collector, vote, () => storyOf(ballot, [...calls, call]))
    calls.push(`${call} → ${got}`)
    const known = tally({ ...ballot, votes: ballot.votes.slice(0, index + 1) })
    const line = (who: string): string => lineOf(who, ballot, calls)
    yield { got, tally: known, story: () => storyOf(ballot, calls), line }
  }
}

function open({ createCollector }: Subject, ballot: Ballot): Collector {
  const make = (): Collector | string => {
    const got: unknown = createCollector(new Set(ballot.members), ballot.need)
    return isCollector(got) ? got : shown(got)
  }
  const made = asked('createCollector', make, () => storyOf(ballot, []))
  if (typeof made !== 'string') return made
  throw new BrokenPromise(`createCollector gives ${made}, not an object with offer.`)
}

/** The state, or what was answered instead of one. */
function offer(collector: Collector, { from, ok }: Vote, story: () => string): string {
  const ask = (): string => {
    const got: unknown = collector.offer(from, ok)
    return typeof got === 'string' ? got : shown(got)
  }
  return asked('the last offer', ask, story)
}

function isCollector(got: unknown): got is Collector {
  if (typeof got !== 'object' || got === null) return false
  return 'offer' in got && typeof got.offer === 'function'
}

function storyOf(ballot: Ballot, calls: readonly string[]): string {
  if (ballot.members.length === 0) throw new Error('sentinel-quorum-conversation.ts: no members')
  const question = `  a collector with ${questionText(ballot)}`
  return calls.length === 0 ? question : `${question}:\n${callLines(calls)}`
}

function lineOf(who: string, ballot: Ballot, [first, ...others]: readonly string[]): string {
  return callLines([`${who}: ${questionText(ballot)}: ${first}`, ...others])
}
