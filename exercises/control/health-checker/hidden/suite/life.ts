import type { Status } from '../../src/health-checker.ts'

export interface Counting {
  readonly rise: number
  readonly fall: number
}

/** What a target may be by now. */
export interface Belief {
  readonly status: Status
  readonly last: boolean | null
  readonly inRow: number
  /** Changes of the present instant. */
  readonly changes: readonly Status[]
}

const unborn: Belief = { status: 'unknown', last: null, inRow: 0, changes: [] }

/**
 * A target from `add` to `remove`, as the brief has it. Whether a row goes on over a stop is left
 * open: until it shows, both are believed.
 */
export class Life {
  readonly #counting: Counting
  #beliefs: readonly [Belief, ...Belief[]] = [unborn]
  probes = 0
  /** When its present probe is over, at the latest by its timeout. */
  busyUntil = -Infinity

  constructor(counting: Counting) {
    if (counting.rise < 1) throw new Error('sentinel-health-checker-life.ts: rise is 1 or more')
    this.#counting = counting
  }

  /** The first of the beliefs. */
  get belief(): Belief {
    return this.#beliefs[0]
  }

  result(ok: boolean): void {
    const [first, ...rest] = this.#beliefs
    this.#beliefs = [this.#after(first, ok), ...rest.map((belief) => this.#after(belief, ok))]
  }

  interrupt(): void {
    this.busyUntil = -Infinity
    this.#beliefs = [...this.#beliefs, ...this.#beliefs.map((one) => ({ ...one, inRow: 0 }))]
  }

  /** Keeps what agrees with what was seen; false when nothing does. */
  sees(isSo: (belief: Belief) => boolean): boolean {
    const [first, ...rest] = this.#beliefs.filter((belief) => isSo(belief))
    if (first === undefined) return false
    this.#beliefs = [first, ...rest]
    return true
  }

  /** Begins another instant. */
  goOn(): void {
    const [first, ...rest] = this.#beliefs
    this.#beliefs = [{ ...first, changes: [] }, ...rest.map((one) => ({ ...one, changes: [] }))]
  }

  #after({ status, last, inRow, changes }: Belief, ok: boolean): Belief {
    const row = ok === last ? inRow + 1 : 1
    const proven = ok ? 'up' : 'down'
    const isProven = row >= (ok ? this.#counting.rise : this.#counting.fall) && status !== proven
    const now = isProven ? proven : status
    return { status: now, last: ok, inRow: row, changes: isProven ? [...changes, now] : changes }
  }
}
