import { holds } from '@five-pillars/suite'
import type fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import { flatSeries, plainSeries, seasonalSeries } from './series.ts'
import type { Series } from './series.ts'
import { Watch } from './watch.ts'
import type { Fault } from './watch.ts'

/** Always a number from 0 up, and an anomaly where it is above the threshold. */
export function givesNumbers(subject: Subject): void {
  look(subject, seriesOf([7, 7, 7, 7, 7, 8, 7]), isNumber)
  look(subject, seriesOf([0, 0, 0, 0, 0]), isNumber)
  lookAt(flatSeries, subject, isNumber)
  lookAt(plainSeries, subject, isNumber)
}

function isNumber({ promise }: Fault): boolean {
  return promise === 'number' || promise === 'flat'
}

/** Nothing is said while there is too little to compare with. */
export function waitsForSamples(subject: Subject): void {
  look(subject, seriesOf([1, 9, 1, 100]), isSilence)
  lookAt(plainSeries, subject, isSilence)
  lookAt(flatSeries, subject, isSilence)
}

function isSilence({ promise }: Fault): boolean {
  return promise === 'silence'
}

/** The median of the window, and the median of how far the window is from it. */
export function scoresByMedian(subject: Subject): void {
  look(subject, seriesOf([10, 12, 11, 9, 13, 13]), isScore)
  look(subject, seriesOf([1, 2, 3, 4, 10, 20, 30, 5, 9, 11, 100, 2]), isScore)
  lookAt(plainSeries, subject, isScore)
}

function isScore({ promise }: Fault): boolean {
  return promise === 'score'
}

/** Only the samples of the same moment of the season count. */
export function comparesMoments(subject: Subject): void {
  const options = { window: 3, threshold: 3.5, minSamples: 2, season: 2000 }
  const samples = [1, 90, 3, 80, 2, 85, 4, 4].map((x, index) => ({ at: 1000 * index, x }))
  look(subject, { options, samples }, () => true)
  lookAt(seasonalSeries, subject, () => true)
}

function seriesOf(values: readonly number[]): Series {
  if (values.length < 3) throw new Error('sentinel-anomaly-detector-scoring.ts: too short')
  return {
    options: { window: 5, threshold: 3.5, minSamples: 3 },
    samples: values.map((x, index) => ({ at: 1000 * index, x })),
  }
}

function lookAt(
  series: fc.Arbitrary<Series>,
  subject: Subject,
  isBroken: (fault: Fault) => boolean,
): void {
  holds([series], (one) => look(subject, one, isBroken))
}

/** Tells the first fault, if it is of the kind in question. What comes after it says nothing more. */
function look(subject: Subject, series: Series, isBroken: (fault: Fault) => boolean): void {
  const watch = new Watch(subject, series)
  for (const sample of series.samples) {
    const fault = watch.look(sample)
    if (fault === null) continue
    if (isBroken(fault)) watch.broken(fault.text)
    return
  }
}
