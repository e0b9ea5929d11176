import { createRng, poissonGap, simulate } from '@five-pillars/simulator'
import type {
  Client,
  Definition,
  EndCheck,
  Env,
  Fault,
  NodeId,
  Rng,
  Scenario,
} from '@five-pillars/simulator'

import { createRetryBudget } from '../snippets/retry-budget.ts'
import type { RetryBudget } from '../snippets/retry-budget.ts'
import { labelOf } from './messages.ts'
import type { Message } from './messages.ts'
import { Server } from './server.ts'

/** What a client does after a timeout, and what the server does with work nobody waits for. */
export interface Policy {
  retries: number
  backoff: boolean
  /** Retries allowed for each call of a client; absent means no limit. */
  budget?: number
  dropsExpired: boolean
}

export const policies = {
  none: { retries: 0, backoff: false, dropsExpired: false },
  immediate: { retries: 3, backoff: false, dropsExpired: false },
  backoff: { retries: 3, backoff: true, dropsExpired: false },
  'backoff-drop': { retries: 3, backoff: true, dropsExpired: true },
  budget: { retries: 3, backoff: true, budget: 0.1, dropsExpired: false },
  'budget-drop': { retries: 3, backoff: true, budget: 0.1, dropsExpired: true },
} as const satisfies Record<string, Policy>

export type PolicyId = keyof typeof policies

export interface Outage {
  serviceMs: number
  /** Calls of all clients together. */
  callsPerS: number
  timeoutMs: number
  fromMs: number
  untilMs: number
  durationMs: number
  backoffBaseMs: number
  backoffCapMs: number
  /** The most retries that a client may spend at once. */
  budgetBurst: number
  hopMs: number
  clients: number
}

/** One server at 80 % load that stands still for five seconds. */
export const outage: Outage = {
  serviceMs: 10,
  callsPerS: 80,
  timeoutMs: 500,
  fromMs: 10_000,
  untilMs: 15_000,
  durationMs: 135_000,
  backoffBaseMs: 100,
  backoffCapMs: 1000,
  budgetBurst: 10,
  hopMs: 0.5,
  clients: 1,
}

/** A server, and what it and its own clients do. */
export interface Lane {
  server: NodeId
  policy: Policy
}

/**
 * Clients who call at random (a Poisson stream) and try again after a timeout, and one server that
 * is paused once. A client emits `call`, `retry`, `in time` and `gave up`.
 */
export function retryStorm(policy: Policy, world: Outage = outage): Scenario<Message> {
  return retryStorms([{ server: 'server', policy }], world)
}

/**
 * The same outage of several servers at once; each has as many clients, who call no other.
 *
 * @param atEnd what is held against the run; default: nothing
 */
export function retryStorms(
  lanes: readonly [Lane, ...Lane[]],
  world: Outage,
  atEnd: readonly EndCheck[] = [],
): Scenario<Message> {
  const { durationMs, serviceMs, fromMs, untilMs } = world
  const definition: Definition<Message> = {
    name: 'retry-storm',
    nodes: lanes.map(({ server }) => server),
    make(env) {
      const { dropsExpired } = laneOf(env.id).policy
      return new Server(env, { serviceMs: () => serviceMs, dropsExpired })
    },
    clients: {
      count: world.clients * lanes.length,
      make: (env) => new Caller(env, laneOf(env.id), world),
      // Callers come by themselves: a call does not wait for the one before it.
      gapMs: [durationMs, durationMs],
      timeoutMs: durationMs,
      next: () => null,
      describe: () => 'call',
    },
    profile: { latencyMs: world.hopMs },
    faults: [],
    healAt: 1,
    runMs: durationMs,
    atEnd,
    limits: { eventsMax: 1_000_000 },
    label: labelOf,
    show: { gauges: ['queue'] },
  }
  const { settle, run, open } = simulate(definition)
  const plan = lanes.map(({ server }): Fault => {
    return { kind: 'pause', at: fromMs, for: untilMs - fromMs, node: server }
  })
  return {
    definition,
    settle: (options) => settle({ plan, ...options }),
    run: (options) => run({ plan, ...options }),
    open: (options) => open({ plan, ...options }),
  }

  /** The first clients, from c1 on, are those of the first server. */
  function laneOf(id: NodeId): Lane {
    const own = lanes.find(({ server }) => server === id)
    const client = Number(id.slice(1)) - 1
    return own ?? lanes[Math.floor(client / world.clients)] ?? lanes[0]
  }
}

class Caller implements Client<Message> {
  readonly #env: Env<Message>
  readonly #server: NodeId
  readonly #policy: Policy
  readonly #world: Outage
  readonly #budget: RetryBudget
  /** Apart from the dice that draw the calls: every policy meets the same calls. */
  readonly #dice: Rng
  /** How many tries failed before this one, by the number of the request. */
  readonly #failedTries = new Map<number, number>()
  #requests = 0

  constructor(env: Env<Message>, { server, policy }: Lane, world: Outage) {
    this.#env = env
    this.#server = server
    this.#policy = policy
    this.#world = world
    this.#dice = createRng(env.rng.int(2 ** 32))
    // Without a budget there is always a token for a retry.
    const { budget } = policy
    this.#budget = createRetryBudget(budget ?? 0, budget ? world.budgetBurst : Infinity)
  }

  start(): void {
    const { clients, callsPerS } = this.#world
    this.#env.setTimer('call', poissonGap(this.#env.rng, (1000 * clients) / callsPerS))
  }

  onTimer(name: string): void {
    const [kind, number] = name.split(' ')
    if (kind === 'call') this.#call()
    else if (kind === 'retry') this.#send(Number(number))
    else this.#timedOut(Number(number))
  }

  onMessage(_from: NodeId, { id }: Message): void {
    if (!this.#failedTries.delete(id)) return
    this.#env.clearTimer(`timeout ${id}`)
    this.#env.emit('in time')
  }

  perform(): void {}

  #call(): void {
    this.#env.emit('call')
    this.#budget.called()
    this.#send(++this.#requests)
    this.#failedTries.set(this.#requests, 0)
    this.start()
  }

  #send(id: number): void {
    const { timeoutMs } = this.#world
    this.#env.send(this.#server, { t: 'request', id, deadlineMs: this.#env.now() + timeoutMs })
    this.#env.setTimer(`timeout ${id}`, timeoutMs)
  }

  /** A retry is another request: an answer to the one before comes too late. */
  #timedOut(id: number): void {
    const failedTries = this.#failedTries.get(id) ?? 0
    this.#failedTries.delete(id)
    if (failedTries >= this.#policy.retries || !this.#budget.mayRetry()) {
      this.#env.emit('gave up')
      return
    }
    this.#env.emit('retry')
    const retry = ++this.#requests
    this.#failedTries.set(retry, failedTries + 1)
    const waitMs = this.#policy.backoff ? this.#fullJitterMs(failedTries) : 0
    this.#env.setTimer(`retry ${retry}`, waitMs)
  }

  /** A wait between nothing and an exponentially growing bound, so that clients spread out. */
  #fullJitterMs(failedTries: number): number {
    const { backoffBaseMs, backoffCapMs } = this.#world
    return this.#dice.next() * Math.min(backoffCapMs, backoffBaseMs * 2 ** failedTries)
  }
}
