import type { Subject } from '../../scenario.ts'
import { comparesMoments } from './scoring.ts'
import type { Sample } from './series.ts'
import { Watch } from './watch.ts'

const HOUR_MS = 3_600_000
const DAY = 24
const DAYS = 12
const PEAK_HOUR = 12
/** An hour of which nothing is known. */
const LOST = 100

const options = { window: 7, threshold: 3.5, minSamples: 3, season: DAY * HOUR_MS }

/** The peak of every day is no anomaly, its absence is one, and moments are told apart. */
export function knowsTheDay(subject: Subject): void {
  comparesMoments(subject)
  const quiet = DAYS * DAY + PEAK_HOUR
  const watch = new Watch(subject, { options, samples: [] })
  for (let hour = 0; hour < quiet; hour++) {
    if (hour === LOST) continue
    if (watch.say(sampleAt(hour, loadAt(hour))).anomaly === false) continue
    const day = Math.floor(hour / DAY)
    watch.broken(`Hour ${hour % DAY} of day ${day} is as on every day, and yet an anomaly.`)
  }
  if (watch.say(sampleAt(quiet, loadAt(quiet - 1))).anomaly !== true) {
    watch.broken('On one day the peak of noon stays away, and that is no anomaly.')
  }
}

function sampleAt(hour: number, x: number): Sample {
  return { at: hour * HOUR_MS, x }
}

/** Everybody comes at noon; from day to day it wobbles by two. */
function loadAt(hour: number): number {
  if (hour < 0) throw new Error('sentinel-anomaly-detector-days.ts: before the first day')
  const day = Math.floor(hour / DAY)
  return (hour % DAY === PEAK_HOUR ? 900 : 100) + ((3 * day + hour) % 5) - 2
}
