import type { Clock, Env, Node, NodeId } from '@five-pillars/simulator'

import type { Breaker, BreakerOptions, State } from './src/circuit-breaker.ts'
import type * as starter from './src/circuit-breaker.ts'

/** A client asks, and the backend answers, or says that it cannot. */
export type BreakerMessage =
  | { t: 'request'; call: number }
  | { t: 'answer'; call: number; isOk: boolean }

/** How the backend is dead: it says nothing at all, or it says no to everybody. */
export type Death = {
  readonly kind: 'hangs' | 'refuses'
  readonly fromMs: number
  readonly forMs: number
}

export interface Habits {
  /** Shortest and longest time between two calls of a client, in milliseconds. */
  readonly gapMs: readonly [number, number]
  /** A client waits for an answer for so long. */
  readonly patienceMs: number
}

/**
 * Asks the backend again and again, through a breaker of its own. Emits each change of its breaker,
 * `tries` for each request of a half-open one, and `tried` when that is over.
 */
export class Client implements Node<BreakerMessage> {
  readonly #env: Env<BreakerMessage>
  readonly #backend: NodeId
  readonly #breaker: Breaker
  readonly #habits: Habits
  readonly #waiting = new Map<number, (isOk: boolean) => void>()
  #calls = 0
  #isOver = false

  constructor(env: Env<BreakerMessage>, backend: NodeId, breaker: Breaker, habits: Habits) {
    this.#env = env
    this.#backend = backend
    this.#breaker = breaker
    this.#habits = habits
  }

  start(): void {
    this.#breaker.onState((state) => this.#emit(state))
    this.#callLater()
  }

  onMessage(_from: NodeId, msg: BreakerMessage): void {
    if (msg.t === 'answer') this.#answered(msg.call, msg.isOk)
  }

  onTimer(name: string): void {
    if (name !== 'call') return this.#answered(Number(name), false)
    this.#callLater()
    // What becomes of it is the breaker's to note: this client only goes on.
    this.#breaker.call(() => this.#ask()).catch(() => {})
  }

  #callLater(): void {
    const [shortest, longest] = this.#habits.gapMs
    this.#env.setTimer('call', shortest + this.#env.rng.next() * (longest - shortest))
  }

  #ask(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (this.#isOver) return promise
    const call = ++this.#calls
    const isTry = this.#breaker.state() === 'half-open'
    this.#waiting.set(call, (isOk) => {
      if (isTry) this.#emit('tried')
      if (isOk) resolve()
      else reject(new Error('The backend has not answered.'))
    })
    this.#env.setTimer(String(call), this.#habits.patienceMs)
    if (isTry) this.#emit('tries')
    this.#send(call)
    return promise
  }

  #answered(call: number, isOk: boolean): void {
    const tell = this.#waiting.get(call)
    this.#waiting.delete(call)
    this.#env.clearTimer(String(call))
    tell?.(isOk)
  }

  /** A run that has found something ends its step with an error: that is not for the submission. */
  #emit(event: State | 'tries' | 'tried'): void {
    try {
      this.#env.emit(event)
    } catch {
      this.#isOver = true
    }
  }

  #send(call: number): void {
    try {
      this.#env.send(this.#backend, { t: 'request', call })
    } catch {
      this.#isOver = true
    }
  }
}

/** A client with a breaker of the submission. */
export function clientOf(
  env: Env<BreakerMessage>,
  clock: Clock,
  world: {
    readonly backend: NodeId
    readonly create: typeof starter.createBreaker
    readonly options: BreakerOptions
    readonly habits: Habits
  },
): Client {
  const breaker = world.create({ ...world.options }, inWholeMs(clock))
  return new Client(env, world.backend, breaker, world.habits)
}

/** Sums of whole milliseconds are exact: whoever compares two of them finds what it expects. */
function inWholeMs(clock: Clock): Clock {
  return { ...clock, now: () => Math.floor(clock.now()) }
}

/** Answers whoever asks, and is dead for a while. Emits `dies` and `returns`. */
export class Backend implements Node<BreakerMessage> {
  readonly #env: Env<BreakerMessage>
  readonly #death: Death
  #isDead = false

  constructor(env: Env<BreakerMessage>, death: Death) {
    this.#env = env
    this.#death = death
  }

  start(): void {
    const { fromMs, forMs } = this.#death
    this.#env.setTimer('dies', fromMs)
    this.#env.setTimer('returns', fromMs + forMs)
  }

  onMessage(client: NodeId, { call }: BreakerMessage): void {
    if (this.#isDead && this.#death.kind === 'hangs') return
    this.#env.send(client, { t: 'answer', call, isOk: !this.#isDead })
  }

  onTimer(name: string): void {
    this.#isDead = name === 'dies'
    this.#env.emit(name, this.#death.kind)
  }
}
