import { BrokenPromise, holds } from '@five-pillars/suite'
import { createRng } from '@five-pillars/simulator'
import type { Rng } from '@five-pillars/simulator'
import fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import type { DetectorOptions } from '../../src/anomaly-detector.ts'
import type { Sample } from './series.ts'
import { Watch } from './watch.ts'

/** What is shown to a detector, and how much of it. */
export const noise = {
  /** Of ten samples one is wrong: so many standard deviations above the mean. */
  wrong: {
    options: { window: 60, threshold: 3.5, minSamples: 30 },
    oneOf: 10,
    deviations: 6,
    tens: 100,
  },
  clean: { options: { window: 120, threshold: 3.5, minSamples: 60 }, samples: 1200 },
} as const

/** Set from data: noise.json has what correct and wrong detectors reach. */
export const noiseLimits = { foundPercent: 85, falsePercent: 0.5 } as const

/** A series is long, and one says enough. */
const ONE = { factor: 0.01 }

/** A window of which a tenth is wrong already finds most of what is wrong next. */
export function findsMost(subject: Subject): void {
  holds(
    [fc.noShrink(fc.nat())],
    (seed) => {
      const percent = foundPercent(subject, seed)
      if (percent >= noiseLimits.foundPercent) return
      const { options, oneOf, deviations } = noise.wrong
      const what = `One of ${oneOf} samples is ${deviations} standard deviations above the mean`
      tell(
        `${what}, and ${percent.toFixed(1)} % of these are anomalies; at least ${noiseLimits.foundPercent} % are promised.`,
        options,
      )
    },
    ONE,
  )
}

/** Noise alone is rarely an anomaly. */
export function staysCalm(subject: Subject): void {
  holds(
    [fc.noShrink(fc.nat())],
    (seed) => {
      const percent = falsePercent(subject, seed)
      if (percent <= noiseLimits.falsePercent) return
      tell(
        `Nothing is wrong with these samples, and ${percent.toFixed(2)} % of them are anomalies; at most ${noiseLimits.falsePercent} % are promised.`,
        noise.clean.options,
      )
    },
    ONE,
  )
}

/** Per cent of the wrong samples that are anomalies. */
export function foundPercent(subject: Subject, seed: number): number {
  const { options, oneOf, deviations, tens } = noise.wrong
  const rng = createRng(seed)
  const watch = new Watch(subject, { options, samples: [] })
  let [shown, found] = [0, 0]
  for (let ten = 0; ten < tens; ten++) {
    const bad = rng.int(oneOf)
    for (let place = 0; place < oneOf; place++) {
      const index = ten * oneOf + place
      const off = place === bad ? deviations : noiseOf(rng)
      const { anomaly } = watch.say(sampleOf(index, off))
      if (place !== bad || index < options.window) continue
      shown++
      if (anomaly === true) found++
    }
  }
  return (100 * found) / shown
}

/** Per cent of clean samples that are anomalies. */
export function falsePercent(subject: Subject, seed: number): number {
  const { options, samples } = noise.clean
  const rng = createRng(seed)
  const watch = new Watch(subject, { options, samples: [] })
  let alarms = 0
  for (let index = 0; index < samples; index++) {
    if (watch.say(sampleOf(index, noiseOf(rng))).anomaly === true) alarms++
  }
  return (100 * alarms) / samples
}

/** Milliseconds of an answer: 100 ± 5. */
function sampleOf(index: number, off: number): Sample {
  return { at: 1000 * index, x: 100 + 5 * off }
}

/**
 * Noise of a deviation of 1: four dice rolled together, never further than 3.5 from the middle. The
 * same on every engine, which a logarithm is not.
 */
function noiseOf(rng: Rng): number {
  const sum = rng.next() + rng.next() + rng.next() + rng.next()
  return (sum - 2) / Math.sqrt(4 / 12)
}

function tell(sentence: string, { window, threshold, minSamples }: DetectorOptions): never {
  if (sentence === '') throw new Error('sentinel-anomaly-detector-noise.ts: nothing to tell')
  throw new BrokenPromise(
    `${sentence}\n  (window ${window}, threshold ${threshold}, minSamples ${minSamples})`,
  )
}
