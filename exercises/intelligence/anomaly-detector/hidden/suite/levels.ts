import type { Subject } from '../../scenario.ts'
import type { DetectorOptions } from '../../src/anomaly-detector.ts'
import type { Series } from './series.ts'
import { Watch } from './watch.ts'

/** Around 0, never further than two, and with a median deviation of one. */
const wobble = [0, 1, -1, 2, -2] as const

const SHIFTS = [40, -40, 8, 1_000_000]

/** A new level is reported at once, and after a window of it nobody minds any more. */
export function acceptsLevel(subject: Subject): void {
  for (const options of [
    { window: 10, threshold: 3.5, minSamples: 5 },
    { window: 25, threshold: 3, minSamples: 25 },
  ]) {
    for (const shift of SHIFTS) expectAccepted(subject, options, shift)
  }
}

function expectAccepted(subject: Subject, options: DetectorOptions, shift: number): void {
  const before = 2 * options.window
  const samples = Array.from({ length: 2 * before }, (_, index) => ({
    at: 1000 * index,
    x: wobbleAt(index) + (index < before ? 0 : shift),
  }))
  const series: Series = { options, samples }
  const watch = new Watch(subject, series)
  for (const [index, sample] of samples.entries()) {
    const { anomaly } = watch.say(sample)
    const since = index - before
    if (since === 0 && anomaly !== true) {
      watch.broken(`The samples have moved by ${shift}, and the first one is no anomaly.`)
    }
    if (since < options.window || anomaly === false) continue
    watch.broken(
      `The samples have moved by ${shift}, and a whole window later that is still an anomaly.`,
    )
  }
}

function wobbleAt(index: number): number {
  const off = wobble[index % wobble.length]
  if (off === undefined) throw new Error('sentinel-anomaly-detector-levels.ts: no wobble')
  return off
}
