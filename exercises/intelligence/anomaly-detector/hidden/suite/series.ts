import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import type { DetectorOptions } from '../../src/anomaly-detector.ts'

export interface Sample {
  readonly at: number
  readonly x: number
}

/** What one detector is made of and shown. */
export interface Series {
  readonly options: DetectorOptions
  readonly samples: readonly Sample[]
}

const SAMPLES_MAX = 30
const WINDOW_MAX = 9

/** Small numbers that come again, some that are compared as text in another order, some far off. */
const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -3, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: -120, max: 120 }) },
  { weight: 1, arbitrary: fc.constantFrom(1000, -1000, 0.5, 9.25) },
)

/** Much that is the same, so that a window does not vary. */
const flatValue = fc.oneof(
  { weight: 5, arbitrary: fc.constant(7) },
  { weight: 1, arbitrary: fc.constantFrom(8, 6, 100, 0) },
)

/** Without a season. */
export const plainSeries = kept(seriesOf(value, false))
export const flatSeries = kept(seriesOf(flatValue, false))
export const seasonalSeries = kept(seriesOf(value, true))
/** Now and then a sensor gives nothing. */
export const missingSeries = kept(
  seriesOf(
    fc.oneof(
      { weight: 4, arbitrary: value },
      { weight: 1, arbitrary: flatValue },
      { weight: 2, arbitrary: fc.constant(NaN) },
    ),
    false,
  ),
)

function seriesOf(x: fc.Arbitrary<number>, isSeasonal: boolean): fc.Arbitrary<Series> {
  return fc
    .record({
      window: fc.integer({ min: 1, max: isSeasonal ? 5 : WINDOW_MAX }),
      few: fc.nat({ max: 4 }),
      threshold: fc.constantFrom(3.5, 3, 2, 6),
      startAt: fc.constantFrom(0, 7, 1_700_000_000_000),
      stepMs: fc.constantFrom(1000, 60_000, 1),
      moments: fc.integer({ min: 2, max: 4 }),
      steps: fc.array(fc.record({ x, gap: fc.constantFrom(1, 1, 1, 1, 2, 3) }), {
        minLength: 1,
        maxLength: SAMPLES_MAX,
        size: 'max',
      }),
    })
    .map(({ window, few, threshold, startAt, stepMs, moments, steps }) => {
      const options = { window, threshold, minSamples: Math.min(window, few + 1) }
      let at = startAt
      const samples = steps.map((step, index) => {
        if (index > 0) at += step.gap * stepMs
        return { at, x: step.x }
      })
      if (samples.length === 0) throw new Error('sentinel-anomaly-detector-series.ts: no samples')
      return {
        options: isSeasonal ? { ...options, season: moments * stepMs } : options,
        samples,
      }
    })
}
