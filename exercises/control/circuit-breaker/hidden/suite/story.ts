import fc from 'fast-check'

import type { Bench } from './bench.ts'
import { deedsOf } from './deeds.ts'
import type { Deed } from './deeds.ts'
import type { Options } from './subject.ts'

/** Some calls at once, and a pause. */
interface Step {
  readonly deeds: readonly Deed[]
  readonly pauseMs: number
}

export interface Story {
  readonly options: Options
  readonly steps: readonly Step[]
}

/**
 * Nothing that matters falls on one moment with something else: calls begin and end at tens of
 * milliseconds, and windows and openings are five milliseconds longer.
 */
const options: fc.Arbitrary<Options> = fc.record({
  failureRate: fc.constantFrom(0.5, 0.25, 1),
  minCalls: fc.integer({ min: 1, max: 3 }),
  windowMs: fc.constantFrom(1005, 305, 5005),
  openMs: fc.constantFrom(505, 205, 1005),
  halfOpenMax: fc.integer({ min: 1, max: 3 }),
  successesToClose: fc.integer({ min: 1, max: 3 }),
})

/** What is over at once comes alone: of several, who knows which is over first. */
const alone = deedsOf(['ok', 'fails', 'excused', 'throws', 'throws-excused'], [0])
const together = fc.array(deedsOf(['ok', 'fails', 'excused', 'hangs'], [10, 100, 300, 800, 1500]), {
  minLength: 1,
  maxLength: 4,
})

const step: fc.Arbitrary<Step> = fc.record({
  deeds: fc.oneof(
    alone.map((deed) => [deed]),
    together,
  ),
  pauseMs: fc.constantFrom(0, 10, 50, 200, 510, 1010),
})

export const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  options,
  steps: fc.array(step, { minLength: 1, maxLength: 16, size: 'max' }),
})

/** Plays a story to its end. */
export async function playStory(bench: Bench, { steps }: Story): Promise<void> {
  for (const { deeds, pauseMs } of steps) {
    for (const deed of deeds) bench.begin(deed)
    await bench.pass(pauseMs)
  }
  if (steps.length === 0) throw new Error('sentinel-circuit-breaker-story.ts: nothing happens')
  await bench.pass(3000)
}
