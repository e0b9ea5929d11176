import { listed, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { names } from './names.ts'
import type { Names } from './names.ts'

export interface Vote {
  readonly from: string
  readonly ok: boolean
}

/** One question to some members, and what comes in, also from others. */
export interface Ballot {
  readonly members: readonly string[]
  readonly need: number
  readonly votes: readonly Vote[]
}

const MEMBERS_MAX = 5
const VOTES_MAX = 12

/** A member more often than a stranger, so that many ballots are decided. */
const voter = fc.oneof(
  { weight: 6, arbitrary: fc.record({ isMember: fc.constant(true), place: fc.nat({ max: 59 }) }) },
  { weight: 1, arbitrary: fc.record({ isMember: fc.constant(false), place: fc.nat({ max: 1 }) }) },
)

/** Mostly what the members can give; else nothing at all, or more than there are. */
const needs = fc.oneof(
  { weight: 10, arbitrary: fc.nat({ max: 59 }).map((n) => (size: number) => 1 + (n % size)) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1).map((need) => () => need) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2).map((more) => (size: number) => size + more) },
)

export const ballots: fc.Arbitrary<Ballot> = fc
  .record({
    pool: names,
    size: fc.integer({ min: 1, max: MEMBERS_MAX }),
    needOf: needs,
    votes: fc.array(fc.record({ voter, ok: fc.boolean() }), { maxLength: VOTES_MAX, size: 'max' }),
  })
  .map(({ pool, size, needOf, votes }) => ({
    members: pool.members.slice(0, size),
    need: needOf(size),
    votes: votes.map(({ voter: { isMember, place }, ok }) => {
      return { from: nameOf(isMember ? place % size : MEMBERS_MAX + place, pool), ok }
    }),
  }))

export function voteText({ from, ok }: Vote): string {
  return `${quoted(from)} ${ok ? 'yes' : 'no'}`
}

/** `members A and B, need 2`. */
export function questionText({ members, need }: Ballot): string {
  return `members ${listed(members.map(quoted))}, need ${need}`
}

function nameOf(place: number, { members, strangers }: Names): string {
  const name = [...members, ...strangers][place]
  if (name === undefined) throw new Error(`sentinel-quorum-ballot.ts: nobody is number ${place}`)
  return name
}
