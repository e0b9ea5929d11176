import type { Clock, TimerId } from '@five-pillars/simulator'

interface Due {
  readonly at: number
  readonly timer: TimerId
  readonly fn: () => void
}

/** Promises go on for so long: a chain of `await`s is no longer than this. */
const HOPS = 24

/** More than any test needs: whoever gets here sets timers without end. */
const TIMERS_MAX = 10_000

/**
 * Time that passes when it is told to, in whole milliseconds. Timers that are due at the same time
 * fire in the order in which they were set, and after each of them all promises go on.
 */
export class VirtualTime {
  #now: number
  #last = 0
  #fired = 0
  #queue: Due[] = []

  constructor(startMs = 0) {
    this.#now = startMs
  }

  /** What a program is given. */
  readonly clock: Clock = {
    now: () => this.#now,
    setTimeout: (fn, ms) => {
      if (typeof ms !== 'number' || !(ms >= 0)) {
        throw new Error(`setTimeout(fn, ${String(ms)}): a time is a number from 0 up`)
      }
      const timer = ++this.#last
      this.#queue.push({ at: this.#now + ms, timer, fn })
      return timer
    },
    clearTimeout: (timer) => {
      this.#queue = this.#queue.filter((due) => due.timer !== timer)
    },
  }

  get now(): number {
    return this.#now
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    await settled()
    for (;;) {
      const due = this.#next(until)
      if (due === undefined) break
      if (++this.#fired > TIMERS_MAX) throw new Error(`${TIMERS_MAX} timers, and no end`)
      this.#queue = this.#queue.filter((other) => other !== due)
      this.#now = due.at
      due.fn()
      await settled()
    }
    this.#now = until
  }

  #next(until: number): Due | undefined {
    const due = this.#queue.filter(({ at }) => at <= until)
    const first = Math.min(...due.map(({ at }) => at))
    return due.find(({ at }) => at === first)
  }
}

/** Lets promises go on, and no time pass. */
export async function settled(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop++) await Promise.resolve()
}
