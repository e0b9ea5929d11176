/** So many askers are remembered; the ones that were quiet longest are forgotten first. */
const ASKERS_MAX = 10_000

interface Bucket {
  tokens: number
  at: number
}

/** How often somebody may ask: so many times a second on average, and so many at once above that. */
export class Rates {
  readonly #perSecond: number
  readonly #burst: number
  /** In the order in which they asked last. */
  readonly #buckets = new Map<string, Bucket>()

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
  }

  /** Whether `who` may ask now, which counts as asking. */
  take(who: string, nowMs: number): boolean {
    const bucket = this.#filled(who, nowMs)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }

  /** Whether `who` might ask now, which counts as nothing. */
  mayAsk(who: string, nowMs: number): boolean {
    return this.#filled(who, nowMs).tokens >= 1
  }

  /** Whole seconds until `who` may ask again. */
  waitSeconds(who: string, nowMs: number): number {
    const missing = 1 - this.#filled(who, nowMs).tokens
    return Math.max(1, Math.ceil(missing / this.#perSecond))
  }

  #filled(who: string, nowMs: number): Bucket {
    const known = this.#buckets.get(who) ?? { tokens: this.#burst, at: nowMs }
    const gained = (Math.max(0, nowMs - known.at) / 1000) * this.#perSecond
    known.tokens = Math.min(this.#burst, known.tokens + gained)
    known.at = nowMs
    this.#buckets.delete(who)
    this.#buckets.set(who, known)
    if (this.#buckets.size > ASKERS_MAX) {
      for (const oldest of this.#buckets.keys()) {
        this.#buckets.delete(oldest)
        break
      }
    }
    return known
  }
}
