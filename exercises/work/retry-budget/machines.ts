import { poissonGap } from '@five-pillars/simulator'
import type { Clock, Env, Node, NodeId } from '@five-pillars/simulator'

import type { Abort, Attempt, Caller, Response } from './src/retry-budget.ts'

/** A request says until when somebody waits for its answer. */
export type StormMessage =
  | { t: 'request'; request: number; deadline: number }
  | { t: 'answer'; request: number }

export const SERVER = 'server'

/** From one time to another, in milliseconds. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/** Who calls at random (a Poisson process), and how long a call may take. */
export interface Habits extends Partial<Span> {
  readonly callsPerS: number
  readonly callForMs: number
}

/**
 * Calls the server through a submission's caller. Emits `call`, `retry` for each further attempt, and
 * then `served` or `gave up`, each with the number of the call. Who does not call all the time emits
 * `arrives` and `leaves`.
 */
export class Client implements Node<StormMessage> {
  readonly #env: Env<StormMessage>
  readonly #clock: Clock
  readonly #caller: Caller
  readonly #habits: Habits
  readonly #answers: ((response: Response) => void)[] = []
  #calls = 0

  constructor(env: Env<StormMessage>, clock: Clock, caller: Caller, habits: Habits) {
    this.#env = env
    this.#clock = clock
    this.#caller = caller
    this.#habits = habits
  }

  start(): void {
    const { fromMs } = this.#habits
    if (fromMs === undefined) this.#plan()
    else this.#env.setTimer('arrives', fromMs)
  }

  onTimer(name: string): void {
    const { untilMs = Infinity } = this.#habits
    if (name === 'arrives' || this.#env.now() >= untilMs) {
      this.#env.emit(name === 'arrives' ? 'arrives' : 'leaves')
      if (name !== 'arrives') return
    } else {
      void this.#call(++this.#calls)
    }
    this.#plan()
  }

  onMessage(_from: NodeId, { request }: StormMessage): void {
    this.#answers[request - 1]?.({ status: 200 })
  }

  #plan(): void {
    this.#env.setTimer('call', poissonGap(this.#env.rng, 1000 / this.#habits.callsPerS))
  }

  async #call(call: number): Promise<void> {
    this.#env.emit('call', call)
    const deadline = this.#env.now() + this.#habits.callForMs
    let attempts = 0
    const attempt: Attempt = (_n, until) => this.#attempt(call, ++attempts, until)
    const isServed = await this.#caller.call(attempt, { deadline, idempotent: true }).then(
      ({ status }) => status === 200,
      () => false,
    )
    this.#inTurn(() => this.#env.emit(isServed ? 'served' : 'gave up', call))
  }

  #attempt(call: number, nth: number, deadline: number): Promise<Response> {
    const { promise, resolve } = Promise.withResolvers<Response>()
    const request = this.#answers.push(resolve)
    this.#inTurn(() => {
      if (nth > 1) this.#env.emit('retry', call)
      this.#env.send(SERVER, { t: 'request', request, deadline })
    })
    return promise
  }

  /** Promises may go on when it is somebody else's turn: a timer waits for the own one. */
  #inTurn(act: () => void): void {
    this.#clock.setTimeout(act, 0)
  }
}

interface Job {
  readonly from: NodeId
  readonly request: number
  readonly deadline: number
}

/**
 * Serves one request at a time, in order of arrival, and none that nobody waits for when its turn
 * has come. Emits `stands still`, `serves again` and `drops`; its gauge is `queue`.
 */
export class Server implements Node<StormMessage> {
  readonly #env: Env<StormMessage>
  readonly #serviceMs: number
  readonly #outage: Span | undefined
  readonly #waiting: Job[] = []
  #current: Job | undefined
  #stands = false

  constructor(env: Env<StormMessage>, serviceMs: number, outage: Span | undefined) {
    this.#env = env
    this.#serviceMs = serviceMs
    this.#outage = outage
  }

  start(): void {
    if (this.#outage === undefined) return
    this.#env.setTimer('stands still', this.#outage.fromMs)
    this.#env.setTimer('serves again', this.#outage.untilMs)
  }

  onMessage(from: NodeId, msg: StormMessage): void {
    if (msg.t !== 'request') return
    this.#waiting.push({ from, request: msg.request, deadline: msg.deadline })
    this.#serve()
  }

  onTimer(name: string): void {
    if (name === 'done') {
      if (this.#current !== undefined) this.#answer(this.#current)
      this.#current = undefined
    } else {
      this.#stands = name === 'stands still'
      this.#env.emit(name)
      // What it was at is begun anew.
      if (this.#stands) this.#env.clearTimer('done')
      else if (this.#current !== undefined) this.#env.setTimer('done', this.#serviceMs)
    }
    this.#serve()
  }

  #answer({ from, request }: Job): void {
    this.#env.send(from, { t: 'answer', request })
  }

  #serve(): void {
    if (!this.#stands && this.#current === undefined) {
      this.#current = this.#nextAlive()
      if (this.#current !== undefined) this.#env.setTimer('done', this.#serviceMs)
    }
    this.#env.emit('queue', this.#waiting.length + (this.#current === undefined ? 0 : 1))
  }

  #nextAlive(): Job | undefined {
    const now = this.#env.now()
    const alive = this.#waiting.findIndex(({ deadline }) => !(deadline <= now))
    const dropped = this.#waiting.splice(0, alive === -1 ? Infinity : alive)
    if (dropped.length > 0) this.#env.emit('drops', dropped.length)
    return this.#waiting.shift()
  }
}

/** As an `AbortController`: one signal, and what sets it off. */
export function createAbort(): Abort {
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
    },
    abort: () => {
      aborted = true
    },
  }
}
