import { STUCK_ATTEMPTS, STUCK_MINUTES } from '@five-pillars/room'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cellOf, noteOutcome } from './state.ts'
import type { Cell, LearnerState, Outcome } from './state.ts'
import { isStuck } from './stuck.ts'

const MINUTE = 60_000

/** What somebody has at an exercise after some checks. */
function tried(outcomes: readonly Outcome[]): Cell {
  const learner: LearnerState = {
    id: 'ada',
    nickname: 'Ada',
    joinedAt: 0,
    seenAt: 0,
    isSeen: true,
    kit: null,
    connections: 0,
    hand: null,
    cells: new Map(),
  }
  const cell = cellOf(learner, 'quorum', outcomes[0]?.at ?? 0)
  for (const outcome of outcomes) noteOutcome(cell, outcome)
  return cell
}

/** Checks at these minutes, each of which keeps and breaks the same. */
function at(
  minutes: readonly number[],
  broken = 'counts',
  kept: readonly string[] = [],
): Outcome[] {
  return minutes.map((minute) => ({ at: minute * MINUTE, kept, broken }))
}

test('twelve minutes without a new promise, and four attempts at the same one', () => {
  expect(isStuck(tried(at([0, 4, 8, 12])), 12 * MINUTE)).toBe(true)
  expect(isStuck(tried(at([0, 4, 8, 11])), 12 * MINUTE - 1)).toBe(false)
  expect(isStuck(tried(at([0, 6, 12])), 30 * MINUTE)).toBe(false)
})

test('another promise begins the count anew, and so does one that is kept for the first time', () => {
  const other = [...at([0, 4, 8]), ...at([12], 'lists')]
  expect(isStuck(tried(other), 20 * MINUTE)).toBe(false)
  const progress = [...at([0, 4, 8]), ...at([12], 'counts', ['lists']), ...at([13, 14, 15])]
  expect(isStuck(tried(progress), 20 * MINUTE)).toBe(false)
  expect(isStuck(tried(progress), 24 * MINUTE)).toBe(true)
})

test('a promise that was lost and is kept again is no progress', () => {
  const swaying = [
    ...at([0], 'counts', ['lists']),
    ...at([5], 'counts', []),
    ...at([9], 'counts', ['lists']),
    ...at([12], 'counts', []),
  ]
  expect(isStuck(tried(swaying), 12 * MINUTE)).toBe(true)
})

test('whoever keeps all is not stuck', () => {
  const kept = { at: 13 * MINUTE, kept: ['counts'], broken: null }
  expect(isStuck(tried([...at([0, 4, 8, 12]), kept]), 60 * MINUTE)).toBe(false)
})

test('nobody is stuck sooner than the rule says, whatever they do', () => {
  const outcome = fc.record({
    at: fc.integer({ min: 0, max: 40 }).map((minute) => minute * MINUTE),
    kept: fc.subarray(['counts', 'lists', 'ends']),
    broken: fc.constantFrom('counts', 'lists', null),
  })
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1, maxLength: 12 }), (all) => {
      const outcomes = all.toSorted((a, b) => a.at - b.at)
      const last = outcomes.at(-1)
      const cell = tried(outcomes)
      fc.pre(isStuck(cell, last?.at ?? 0))
      expect(outcomes.slice(-STUCK_ATTEMPTS).map(({ broken }) => broken)).toEqual(
        Array.from({ length: STUCK_ATTEMPTS }, () => last?.broken),
      )
      expect((last?.at ?? 0) - (outcomes[0]?.at ?? 0)).toBeGreaterThanOrEqual(
        STUCK_MINUTES * MINUTE,
      )
    }),
  )
})
