import { expect, test } from 'vitest'

import { lockstepSpan } from '../suite/split-votes.ts'
import measured from './recovery.json' with { type: 'json' }

/** A majority must follow in the last third of the time: it has two thirds to come to that. */
const HEALED_MS = 3000
const IN_TIME_MS = (2 / 3) * HEALED_MS
const MARGIN = 1.3

test('the measured time is the time that the suite gives', () => {
  const { runMs, healAtMs } = lockstepSpan
  expect(runMs - healAtMs, 'sentinel-raft-election-threshold.test.ts').toBe(HEALED_MS)
})

test.each([...measured.swarm, ...measured.lockstep])(
  '$name has a leader in time, with a margin',
  ({ worstMs, seeds, never }) => {
    expect(seeds).toBeGreaterThanOrEqual(1000)
    expect(never).toBe(0)
    expect((worstMs ?? Infinity) * MARGIN).toBeLessThanOrEqual(IN_TIME_MS)
  },
)

test.each(measured.wrong)('$name never has one', ({ never, seeds }) => {
  expect(never).toBe(seeds)
})
