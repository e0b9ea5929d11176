import { holds } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import { plainSeries } from './series.ts'
import type { Series } from './series.ts'
import { Watch } from './watch.ts'
import { kindOf, short } from './words.ts'

/** Powers of two and whole numbers, so that nothing is rounded. */
const scales = fc.constantFrom(1024, 1 / 64, -1, 2 ** -20)
const shifts = fc.constantFrom(0, 1000, -4096)

const OFF = 0.001

/** Degrees of Celsius or of Fahrenheit, seconds or milliseconds: the same scores. */
export function knowsNoUnit(subject: Subject): void {
  const samples = [10, 12, 11, 9, 13, 15, 40].map((x, index) => ({ at: 1000 * index, x }))
  const series = { options: { window: 5, threshold: 3.5, minSamples: 3 }, samples }
  for (const [scale, shift] of [
    [1 / 64, 0],
    [1, 1000],
  ] as const) {
    expectSame(subject, series, scale, shift)
  }
  holds([plainSeries, scales, shifts], (one, scale, shift) =>
    expectSame(subject, one, scale, shift),
  )
}

function expectSame(subject: Subject, series: Series, scale: number, shift: number): void {
  if (scale === 0) throw new Error('sentinel-anomaly-detector-unit.ts: a unit is not 0')
  const plain = new Watch(subject, series)
  const other = new Watch(subject, series)
  for (const { at, x } of series.samples) {
    const { score } = plain.say({ at, x })
    const got = other.say({ at, x: scale * x + shift }).score
    if (isSame(score, got)) continue
    other.broken(
      `The score is ${kindOf(got)}. With each sample x instead of ${formula(scale, shift)} it was ${kindOf(score)}.`,
    )
  }
}

function formula(scale: number, shift: number): string {
  const scaled = scale === 1 ? 'x' : scale === -1 ? '−x' : `${short(scale)} · x`
  return shift === 0 ? scaled : `${scaled} ${shift < 0 ? '−' : '+'} ${Math.abs(shift)}`
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false
  return a === b || Math.abs(a - b) <= OFF * Math.max(Math.abs(a), Math.abs(b))
}
