import { createRng } from '@five-pillars/simulator'
import type { Rng } from '@five-pillars/simulator'

import { meanOf, medianOf } from './sensors.ts'

const WINDOWS = 2000
const SAMPLES = 60
/** How many of a window are wrong already, and how far off they are, in standard deviations. */
const OUTLIERS = { count: 6, size: 6 } as const
/** The usual thresholds: three standard deviations, and 3.5 after Iglewicz and Hoaglin. */
const THRESHOLDS = { mean: 3, median: 3.5 } as const
/** Makes of a median deviation what a standard deviation is, for the normal distribution. */
const SCALE = 0.6745

export interface Outliers {
  windows: number
  samples: number
  outlierPercent: number
  /** Per cent of faults, as large as the outliers, that are found; and false alarms in clean windows. */
  foundPercent: Record<'mean' | 'median', number>
  falseAlarmPercent: Record<'mean' | 'median', number>
}

/** Who finds a fault when the window that it is compared with is not clean. */
export function measureOutliers(): Outliers {
  return {
    windows: WINDOWS,
    samples: SAMPLES,
    outlierPercent: (100 * OUTLIERS.count) / SAMPLES,
    foundPercent: alarmsIn(OUTLIERS.count, OUTLIERS.size),
    falseAlarmPercent: alarmsIn(0, 0),
  }
}

function alarmsIn(outliers: number, faultSize: number): Record<'mean' | 'median', number> {
  const rng = createRng(1)
  let [mean, median] = [0, 0]
  for (let index = 0; index < WINDOWS; index++) {
    const window = Array.from({ length: SAMPLES }, (_, at) => {
      return normal(rng) + (at < outliers ? OUTLIERS.size : 0)
    })
    const sample = faultSize + normal(rng)
    if (isFarFromMean(sample, window)) mean++
    if (isFarFromMedian(sample, window)) median++
  }
  return { mean: percent(mean), median: percent(median) }
}

function isFarFromMean(sample: number, window: readonly number[]): boolean {
  const mean = meanOf(window)
  const deviation = Math.sqrt(meanOf(window.map((value) => (value - mean) ** 2)))
  return Math.abs(sample - mean) > THRESHOLDS.mean * deviation
}

function isFarFromMedian(sample: number, window: readonly number[]): boolean {
  const median = medianOf(window)
  const deviation = medianOf(window.map((value) => Math.abs(value - median)))
  return SCALE * Math.abs(sample - median) > THRESHOLDS.median * deviation
}

/** The standard normal distribution, after Box and Muller. */
function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next())
}

function percent(count: number): number {
  return Math.round((1000 * count) / WINDOWS) / 10
}
