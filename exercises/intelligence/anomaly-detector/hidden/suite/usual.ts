import type { DetectorOptions } from '../../src/anomaly-detector.ts'

/** What the brief makes of a sample. */
export type Ruling =
  /** There is too little to compare it with. */
  | { readonly kind: 'silent'; readonly before: readonly number[] }
  | {
      /** Whether all samples so far are one value. */
      readonly kind: 'flat' | 'varied'
      readonly before: readonly number[]
      readonly score: number
      readonly middle: number
      readonly usual: number
    }

const SCALE = 0.6745

/** The brief, word by word: keeps all samples, and looks for those that count. */
export class Usual {
  readonly #options: DetectorOptions
  readonly #seen: { readonly at: number; readonly x: number }[] = []

  constructor(options: DetectorOptions) {
    if (options.minSamples > options.window) {
      throw new Error('sentinel-anomaly-detector-usual.ts: minSamples is at most window')
    }
    this.#options = options
  }

  rule(at: number, x: number): Ruling {
    const { window, minSamples, season } = this.#options
    const counting = this.#seen.filter((one) => {
      return season === undefined || (at - one.at) % season === 0
    })
    const before = counting.slice(-window).map((one) => one.x)
    const kind = this.#seen.every((one) => one.x === before[0]) ? 'flat' : 'varied'
    this.#seen.push({ at, x })
    if (before.length < minSamples) return { kind: 'silent', before }
    const middle = middleOf(before)
    const distance = Math.abs(x - middle)
    const usual = middleOf(before.map((value) => Math.abs(value - middle)))
    // 0 / 0 is no number, and the brief says that it is 0.
    const score = distance === 0 ? 0 : (SCALE * distance) / usual
    return { kind, before, score, middle, usual }
  }
}

/** The one in the middle, or half-way between the two that are. */
function middleOf(values: readonly number[]): number {
  const left = [...values].toSorted((a, b) => a - b)
  while (left.length > 2) {
    left.pop()
    left.shift()
  }
  return left.reduce((sum, value) => sum + value, 0) / left.length
}
