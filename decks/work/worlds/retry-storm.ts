import { createRng, poissonGap, simulate } from '@five-pillars/simulator'
import type { Client, Definition, Env, NodeId, Rng, Scenario } from '@five-pillars/simulator'

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

const SERVER = 'server'

/**
 * Clients who call at random (a Poisson stream) and try again after a timeout, and one server that
 * is paused once. A client emits `call`, `retry`, `in time` and `gave up`.
 */
export function retryStorm(policy: Policy, world: Outage = outage): Scenario<Message> {
  const { durationMs, serviceMs, fromMs, untilMs } = world
  const definition: Definition<Message> = {
    name: 'retry-storm',
    nodes: [SERVER],
    make: (env) =>
      new Server(env, { serviceMs: () => serviceMs, dropsExpired: policy.dropsExpired }),
    clients: {
      count: world.clients,
      make: (env) => new Caller(env, policy, world),
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
    limits: { eventsMax: 1_000_000 },
    label: labelOf,
    show: { gauges: ['queue'] },
  }
  const { settle, run, open } = simulate(definition)
  const plan = [{ kind: 'pause', at: fromMs, for: untilMs - fromMs, node: SERVER }] as const
  return {
    definition,
    settle: (options) => settle({ plan, ...options }),
    run: (options) => run({ plan, ...options }),
    open: (options) => open({ plan, ...options }),
  }
}

class Caller implements Client<Message> {
  readonly #env: Env<Message>
  readonly #policy: Policy
  readonly #world: Outage
  readonly #budget: RetryBudget
  /** Apart from the dice that draw the calls: every policy meets the same calls. */
  readonly #dice: Rng
  /** How many tries failed before this one, by the number of the request. */
  readonly #failedTries = new Map<number, number>()
  #requests = 0

  constructor(env: Env<Message>, policy: Policy, world: Outage) {
    this.#env = env
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
    this.#env.send(SERVER, { t: 'request', id, deadlineMs: this.#env.now() + timeoutMs })
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
