import type { Options, Sample } from '../../src/autoscaler.ts'

/**
 * What the brief asks for after one sample. An answer from `lowest` to `highest` is right: they
 * differ only where rounding in binary fractions decides.
 */
export interface Ruling {
  /** `edge` is so close to the tolerance, or to the present number, that both sides are right. */
  readonly kind: 'blind' | 'close' | 'grow' | 'shrink' | 'edge'
  readonly lowest: number
  readonly highest: number
  /** Ready and starting, inside min and max. */
  readonly present: number
  /** What the window remembers as its highest, and when that was. */
  readonly peak: { readonly at: number; readonly replicas: number }
}

/** How many replicas a load takes, give or take a rounding. */
interface Needed {
  readonly lowest: number
  readonly highest: number
}

interface Noted extends Needed {
  readonly at: number
}

/** Floating-point results this close to a bound may fall on either side of it. */
const ROUNDING = 1e-6

/** The rules of the brief for one autoscaler, fed with the same samples. */
export class RuleBook {
  readonly #options: Options
  #window: Noted[] = []

  constructor(options: Options) {
    if (options.target <= 0) throw new Error('sentinel-autoscaler-rule-book.ts: bad target')
    this.#options = options
  }

  rule(sample: Sample): Ruling {
    const { at, ready, starting, utilization } = sample
    const present = this.#clamp(ready + starting)
    if (utilization === null || Number.isNaN(utilization) || ready <= 0) {
      const peak = { at, replicas: present }
      return { kind: 'blind', lowest: present, highest: present, present, peak }
    }
    const off = Math.abs(utilization / this.#options.target - 1) - this.#options.tolerance
    const needed = this.#needed(ready, utilization)
    const kind = kindOf(off, needed, present)
    const noted = { at, ...notedAs(kind, needed, present) }
    this.#window = [...this.#window.filter((past) => this.#isRecent(past, at)), noted]
    const lowest = this.#decision(noted.lowest, present, (past) => past.lowest)
    const highest = this.#decision(noted.highest, present, (past) => past.highest)
    return { kind, lowest, highest, present, peak: this.#peak(noted) }
  }

  #isRecent(past: Noted, at: number): boolean {
    return past.at >= at - this.#options.stabilizationDownMs
  }

  #needed(ready: number, utilization: number): Needed {
    const { target } = this.#options
    const replicas = (ready * utilization) / target
    const rounding = isExact(target, utilization) ? 0 : ROUNDING
    return {
      lowest: this.#clamp(Math.ceil(replicas - rounding)),
      highest: this.#clamp(Math.ceil(replicas + rounding)),
    }
  }

  #decision(recommended: number, present: number, of: (past: Noted) => number): number {
    if (recommended >= present) return recommended
    return Math.min(present, Math.max(...this.#window.map(of)))
  }

  #peak(now: Noted): Ruling['peak'] {
    const highest = this.#window.reduce((a, b) => (b.highest >= a.highest ? b : a), now)
    return { at: highest.at, replicas: highest.highest }
  }

  #clamp(replicas: number): number {
    return Math.min(this.#options.max, Math.max(this.#options.min, replicas))
  }
}

function kindOf(off: number, needed: Needed, present: number): Ruling['kind'] {
  if (Math.abs(off) <= ROUNDING) return 'edge'
  if (off < 0) return 'close'
  if (needed.highest < present) return 'shrink'
  return needed.lowest < present ? 'edge' : 'grow'
}

function notedAs(kind: Ruling['kind'], { lowest, highest }: Needed, present: number): Needed {
  if (kind === 'close') return { lowest: present, highest: present }
  if (kind !== 'edge') return { lowest, highest }
  return { lowest: Math.min(lowest, present), highest: Math.max(highest, present) }
}

/** Powers of two lose nothing, in whatever order one multiplies and divides. */
function isExact(...values: readonly number[]): boolean {
  return values.every((value) => Number.isInteger(Math.log2(value)))
}
