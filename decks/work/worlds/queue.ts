import { poissonGap, simulate } from '@five-pillars/simulator'
import type { Client, Definition, Env, NodeId, Scenario } from '@five-pillars/simulator'

import { labelOf } from './messages.ts'
import type { Message } from './messages.ts'
import { Server } from './server.ts'

/** A server that answers one request every 10 ms, for clients that wait half a second. */
export const counter = { serviceMs: 10, patienceMs: 500, durationMs: 60_000, hopMs: 0.5 }

export interface Rush {
  /** Requests a second that arrive in each phase; the last phase lasts until the end. */
  phases: readonly { untilMs: number; requestsPerS: number }[]
  /** Requests that may be at the counter, the one in service included; absent means any number. */
  bound?: number
}

export const rushes = {
  burst: {
    phases: [
      { untilMs: 5000, requestsPerS: 60 },
      { untilMs: 15_000, requestsPerS: 140 },
      { untilMs: counter.durationMs, requestsPerS: 60 },
    ],
  },
  overload: {
    phases: [
      { untilMs: 5000, requestsPerS: 60 },
      { untilMs: counter.durationMs, requestsPerS: 120 },
    ],
  },
  bounded: {
    phases: [
      { untilMs: 5000, requestsPerS: 60 },
      { untilMs: counter.durationMs, requestsPerS: 120 },
    ],
    bound: 40,
  },
} as const satisfies Record<string, Rush>

export type RushId = keyof typeof rushes

const SERVER = 'server'

/**
 * Users who come at random (a Poisson stream) to one server with a queue. They emit `asked`,
 * `answered` with what they waited in milliseconds, and `refused`.
 */
export function queueing({ phases, bound = Infinity }: Rush): Scenario<Message> {
  const { serviceMs, durationMs, hopMs } = counter
  const definition: Definition<Message> = {
    name: 'queueing',
    nodes: [SERVER],
    make: (env) => new Server(env, { serviceMs: () => serviceMs, bound }),
    clients: {
      count: 1,
      make: (env) => new User(env, phases),
      // Users come by themselves and wait for nobody.
      gapMs: [2 * durationMs, 2 * durationMs],
      timeoutMs: 2 * durationMs,
      next: () => null,
      describe: () => 'request',
    },
    profile: { latencyMs: hopMs },
    faults: [],
    healAt: 1,
    // Nobody comes in the second half: it is there for those who still wait.
    runMs: 2 * durationMs,
    label: labelOf,
    show: { gauges: ['queue'] },
  }
  return simulate(definition)
}

class User implements Client<Message> {
  readonly #env: Env<Message>
  readonly #phases: Rush['phases']
  readonly #sentAt: number[] = []

  constructor(env: Env<Message>, phases: Rush['phases']) {
    this.#env = env
    this.#phases = phases
  }

  start(): void {
    const nowMs = this.#env.now()
    const phase = this.#phases.find(({ untilMs }) => nowMs < untilMs)
    if (phase === undefined) return
    const gapMs = poissonGap(this.#env.rng, 1000 / phase.requestsPerS)
    // A Poisson stream has no memory: drawing anew where a phase begins changes nothing.
    if (nowMs + gapMs < phase.untilMs) this.#env.setTimer('ask', gapMs)
    else this.#env.setTimer('next phase', phase.untilMs - nowMs)
  }

  onTimer(name: string): void {
    if (name === 'ask') this.#ask()
    this.start()
  }

  onMessage(_from: NodeId, { t, id }: Message): void {
    if (t === 'refusal') this.#env.emit('refused')
    else this.#env.emit('answered', this.#env.now() - (this.#sentAt[id - 1] ?? NaN))
  }

  perform(): void {}

  #ask(): void {
    this.#env.emit('asked')
    const id = this.#sentAt.push(this.#env.now())
    this.#env.send(SERVER, { t: 'request', id, deadlineMs: Infinity })
  }
}
