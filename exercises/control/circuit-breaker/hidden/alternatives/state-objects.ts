import type { Clock } from '@five-pillars/simulator'

export type State = 'closed' | 'open' | 'half-open'

interface Options {
  failureRate: number
  minCalls: number
  windowMs: number
  openMs: number
  halfOpenMax: number
  successesToClose: number
}

type Listener = (state: State, at: number) => void

/** How a call ended: null where it says nothing about the backend. */
type Outcome = boolean | null

/** What a breaker is at a time. A new one is made for each change: old ones are asked by nobody. */
interface Mode {
  readonly name: State
  admits(): boolean
  /** Begins a call, and returns what is told how it ended. */
  begin(): (outcome: Outcome) => void
}

class Closed implements Mode {
  readonly name = 'closed'
  readonly #breaker: StatefulBreaker
  /** The oldest first. */
  readonly #window: [at: number, isOk: boolean][] = []

  constructor(breaker: StatefulBreaker) {
    this.#breaker = breaker
  }

  admits(): boolean {
    return true
  }

  begin(): (outcome: Outcome) => void {
    return (outcome) => {
      if (this.#breaker.mode === this && outcome !== null) this.#count(outcome)
    }
  }

  #count(isOk: boolean): void {
    const { o, clock } = this.#breaker
    const now = clock.now()
    while ((this.#window[0]?.[0] ?? now) <= now - o.windowMs) this.#window.shift()
    this.#window.push([now, isOk])
    const failures = this.#window.reduce((sum, [, wentWell]) => (wentWell ? sum : sum + 1), 0)
    if (this.#window.length < o.minCalls) return
    if (failures >= o.failureRate * this.#window.length)
      this.#breaker.become(new Open(this.#breaker))
  }
}

class Open implements Mode {
  readonly name = 'open'

  constructor(breaker: StatefulBreaker) {
    breaker.clock.setTimeout(() => breaker.become(new HalfOpen(breaker)), breaker.o.openMs)
  }

  admits(): boolean {
    return false
  }

  begin(): (outcome: Outcome) => void {
    throw new Error('sentinel-circuit-breaker-state-objects.ts: nobody is called')
  }
}

class HalfOpen implements Mode {
  readonly name = 'half-open'
  readonly #breaker: StatefulBreaker
  readonly #tries = new Set<symbol>()
  #left: number

  constructor(breaker: StatefulBreaker) {
    this.#breaker = breaker
    this.#left = breaker.o.successesToClose
  }

  admits(): boolean {
    return this.#tries.size < this.#breaker.o.halfOpenMax
  }

  begin(): (outcome: Outcome) => void {
    const { clock, o } = this.#breaker
    const id = Symbol('try')
    this.#tries.add(id)
    const overdue = clock.setTimeout(() => this.#end(id, false), o.openMs)
    return (outcome) => {
      clock.clearTimeout(overdue)
      this.#end(id, outcome)
    }
  }

  #end(id: symbol, outcome: Outcome): void {
    if (!this.#tries.delete(id) || this.#breaker.mode !== this || outcome === null) return
    if (!outcome) this.#breaker.become(new Open(this.#breaker))
    else if (--this.#left === 0) this.#breaker.become(new Closed(this.#breaker))
  }
}

class StatefulBreaker {
  readonly o: Options
  readonly clock: Clock
  mode: Mode
  readonly #listeners = new Map<symbol, Listener>()

  constructor(o: Options, clock: Clock) {
    this.o = o
    this.clock = clock
    this.mode = new Closed(this)
  }

  call<T>(fn: () => Promise<T>, isFailure?: (error: unknown) => boolean): Promise<T> {
    const { mode } = this
    if (!mode.admits()) return Promise.reject(new RangeError(`The breaker is ${mode.name}`))
    const end = mode.begin()
    return new Promise<T>((resolve) => resolve(fn())).then(
      (result) => {
        end(true)
        return result
      },
      (error: unknown) => {
        end(isFailure === undefined || isFailure(error) ? false : null)
        throw error
      },
    )
  }

  state(): State {
    return this.mode.name
  }

  onState(cb: Listener): () => void {
    const key = Symbol('listener')
    this.#listeners.set(key, cb)
    return () => {
      this.#listeners.delete(key)
    }
  }

  become(mode: Mode): void {
    this.mode = mode
    const hearing = [...this.#listeners]
    for (const [key, cb] of hearing) {
      if (this.#listeners.has(key)) cb(mode.name, this.clock.now())
    }
  }
}

export function createBreaker(o: Options, clock: Clock): StatefulBreaker {
  return new StatefulBreaker(o, clock)
}
