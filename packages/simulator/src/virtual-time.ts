import type { Clock, TimerId } from './contract.ts'

interface Due {
  readonly atUs: number
  readonly fn: () => void
  /** The timer of a clock; null for what the world does by itself. */
  readonly timer: TimerId | null
}

/** Promises of one step go on for so long: a chain of `await`s is no longer than this. */
const HOPS = 24

/** A difference of two times may be a little below 0. */
const ROUNDING_MS = 0.001

/** More than any test needs: whoever gets here sets timers without end. */
const EVENTS_MAX = 100_000

/**
 * Time that passes when it is told to, exact to the microsecond, for promise-style code without a
 * world around it. What is due at the same time happens in the order in which it was asked for, and
 * after each step all promises go on.
 */
export class VirtualTime {
  #nowUs: number
  #last = 0
  #events = 0
  readonly #queue: Due[] = []

  /** @param startMs the first time of the clock, in milliseconds */
  constructor(startMs = 0) {
    this.#nowUs = Math.round(startMs * 1000)
  }

  /** What a program is given. Its `setTimeout` throws for what is no time from 0 up. */
  readonly clock: Clock = {
    now: () => this.now,
    setTimeout: (fn, ms) => {
      const timer = ++this.#last
      this.#plan(fn, ms, timer)
      return timer
    },
    clearTimeout: (timer) => {
      const index = this.#queue.findIndex((due) => due.timer === timer)
      if (index !== -1) this.#queue.splice(index, 1)
    },
  }

  get now(): number {
    return this.#nowUs / 1000
  }

  /** How many timers of the clock have not fired yet. */
  get timers(): number {
    return this.#queue.filter(({ timer }) => timer !== null).length
  }

  /** Something that happens ms milliseconds from now, whatever the program does. */
  later(fn: () => void, ms: number): void {
    this.#plan(fn, ms, null)
  }

  /**
   * Lets time pass.
   *
   * @param look is called whenever all that was due at a time has happened
   * @throws {Error} after 100,000 timers
   */
  async pass(ms: number, look: () => void = () => {}): Promise<void> {
    const untilUs = this.#nowUs + Math.round(ms * 1000)
    await settled()
    for (;;) {
      const [due] = this.#queue
      if (due === undefined || due.atUs > this.#nowUs) look()
      if (due === undefined || due.atUs > untilUs) break
      this.#queue.shift()
      if (++this.#events > EVENTS_MAX) throw new Error(`${EVENTS_MAX} timers, and no end`)
      this.#nowUs = due.atUs
      due.fn()
      await settled()
    }
    this.#nowUs = untilUs
  }

  #plan(fn: () => void, ms: number, timer: TimerId | null): void {
    if (typeof ms !== 'number' || !(ms > -ROUNDING_MS) || ms === Infinity) {
      throw new Error(`setTimeout(fn, ${String(ms)}): a time is a number from 0 up`)
    }
    const atUs = this.#nowUs + Math.max(0, Math.round(ms * 1000))
    const before = this.#queue.findLastIndex((due) => due.atUs <= atUs)
    this.#queue.splice(before + 1, 0, { atUs, fn, timer })
  }
}

/** Lets promises go on, and no time pass: a timer that is due already does not fire. */
export async function settled(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop++) await Promise.resolve()
}
