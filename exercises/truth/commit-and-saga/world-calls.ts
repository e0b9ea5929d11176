import type { Env } from '@five-pillars/simulator'

import type { Step } from './src/commit-and-saga.ts'

/** How often making up for a step comes to nothing, and is to be tried again. */
const LUCKLESS = 0.2
const SHORTEST_MS = 3
const SPREAD_MS = 20

interface Open {
  readonly what: 'run' | 'compensate'
  readonly saga: string
  readonly resolve: (isDone: boolean) => void
}

/** Where a machine keeps of which sagas its step has run, and for which it has made up. */
export const RAN = 'ran'
export const MADE_UP = 'made up'

/**
 * The calls of one machine, each with a timer. `s7!card` is a saga that card says no to. It says by
 * the events `ran` and `made up` what has happened; that is on the disk with the next sync.
 */
export class WorldCalls {
  readonly #env: Env<never>
  readonly #open = new Map<string, Open>()
  #count = 0

  constructor(env: Env<never>) {
    this.#env = env
  }

  /** The steps of a saga as this machine sees them: all of them, and only its own one works. */
  stepsOf(names: readonly string[]): Step[] {
    return names.map((name) => ({
      name,
      run: (saga) => this.#begin('run', saga, name),
      compensate: (saga) => this.#begin('compensate', saga, name),
    }))
  }

  /** Whether it was one of its timers that went off. */
  onTimer(timer: string): boolean {
    const call = this.#open.get(timer)
    if (call === undefined) return false
    this.#open.delete(timer)
    call.resolve(call.what === 'run' ? this.#run(call.saga) : this.#compensate(call.saga))
    return true
  }

  #begin(what: Open['what'], saga: string, name: string): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    if (name !== this.#env.id) {
      this.#env.emit('calls', { saga, step: name, wrong: 'which is the step of another machine' })
      return promise
    }
    const timer = `call ${++this.#count}`
    this.#open.set(timer, { what, saga, resolve })
    this.#env.setTimer(timer, SHORTEST_MS + this.#env.rng.int(SPREAD_MS))
    return promise
  }

  #run(saga: string): boolean {
    if (saga.endsWith(`!${this.#env.id}`)) return false
    this.#write(RAN, saga, null)
    return true
  }

  #compensate(saga: string): boolean {
    if (this.#env.rng.next() < LUCKLESS) return false
    const hasRun = this.#listOf(RAN).includes(saga)
    this.#write(MADE_UP, saga, hasRun ? null : 'and it has never run there')
    return true
  }

  #write(list: string, saga: string, problem: string | null): void {
    const before = this.#listOf(list)
    const wrong = before.includes(saga) ? 'for the second time' : problem
    this.#env.disk.put(list, [...before, saga])
    this.#env.emit(list, wrong === null ? { saga } : { saga, wrong })
  }

  #listOf(list: string): readonly string[] {
    return this.#env.disk.get<readonly string[]>(list) ?? []
  }
}
