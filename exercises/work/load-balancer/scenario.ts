import { createRng, poissonGap, simulate } from '@five-pillars/simulator'
import type { Client, Definition, Env, Node, NodeId } from '@five-pillars/simulator'

import type { Lease, LoadBalancer, Rng } from './src/load-balancer.ts'

/** Makes the balancer of one run. */
export type Create = (rng: Rng) => Pick<LoadBalancer, 'add' | 'acquire'>

export interface ShopWorld {
  backends: number
  /** Mean service time of an ordinary backend; each request takes 50 % to 150 % of the mean. */
  serviceMs: number
  /** How many times slower the one slow backend is. */
  slowFactor: number
  /** What a message takes from one machine to the next. */
  hopMs: number
  /** Offered load as a share of what all backends can serve together. */
  load: number
  requests: number
}

/** The world that the exercise promises a 99th percentile for. */
export const slowBackendWorld = {
  backends: 10,
  serviceMs: 10,
  slowFactor: 10,
  hopMs: 0.5,
  load: 0.6,
  requests: 5000,
} as const satisfies ShopWorld

export interface ShopReport {
  p99Ms: number
  slow: { id: string; chosen: number; longestQueue: number }
}

/** From the users to the balancer and on to a backend; the answer goes back the same way. */
export interface ShopMessage {
  t: 'request' | 'answer'
  request: number
}

const USERS = 'c1'
const BALANCER = 'balancer'

/**
 * Users who send requests at random (a Poisson process), one balancer, and backends that serve one
 * request at a time in order of arrival, all in virtual time. `answered` is emitted with what a user
 * has waited, `queue` with what is at a backend.
 *
 * @param slow the backend that is slower than the others, `A` for the first one
 */
export function shop(create: Create, world: ShopWorld, slow: NodeId): Definition<ShopMessage> {
  const backends = backendsOf(world)
  const meanMs = (id: NodeId): number => world.serviceMs * (id === slow ? world.slowFactor : 1)
  const capacityPerMs = backends.reduce((sum, id) => sum + 1 / meanMs(id), 0)
  const meanGapMs = 1 / (world.load * capacityPerMs)
  // Long enough for the slow backend to serve everybody.
  const runMs = 2 * world.requests * meanMs(slow)
  return {
    name: 'load-balancer',
    nodes: [BALANCER, ...backends],
    make: (env) =>
      env.id === BALANCER
        ? new Balancer(env, create(env.rng), backends)
        : new Backend(env, meanMs(env.id)),
    clients: {
      count: 1,
      make: (env) => new Users(env, meanGapMs, world.requests),
      // The users come by themselves: they wait for nobody, least of all for an answer.
      gapMs: [runMs, runMs],
      timeoutMs: runMs,
      next: () => null,
      describe: () => 'request',
    },
    profile: { latencyMs: world.hopMs },
    faults: [],
    runMs,
    limits: { eventsMax: 20 * world.requests },
    label: ({ t, request }) => `${t} ${request}`,
    show: { gauges: ['queue'] },
  }
}

/**
 * Runs a shop once. Which backend is slow is drawn from the seed.
 *
 * @throws {Error} when the balancer throws, refuses a request or names a backend that does not
 *   exist: all backends are healthy here.
 */
export function runShop(create: Create, world: ShopWorld, seed: number): ShopReport {
  const slow = createRng(seed).pick(backendsOf(world))
  const { findings, emitted } = simulate(shop(create, world, slow)).run({ seed, strict: false })
  for (const { text } of findings) throw new Error(text)
  const latenciesMs = emitted.filter(({ event }) => event === 'answered').map(numberOf)
  const queue = emitted.filter(({ event, node }) => event === 'queue' && node === slow)
  const lengths = queue.map(numberOf)
  return {
    p99Ms: percentile(latenciesMs, 0.99),
    slow: {
      id: slow,
      // It grows with each request and shrinks with each answer.
      chosen: lengths.filter((length, index) => length > (lengths[index - 1] ?? 0)).length,
      longestQueue: Math.max(0, ...lengths),
    },
  }
}

class Users implements Client<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #meanGapMs: number
  readonly #requests: number
  readonly #sentAt: number[] = []

  constructor(env: Env<ShopMessage>, meanGapMs: number, requests: number) {
    this.#env = env
    this.#meanGapMs = meanGapMs
    this.#requests = requests
  }

  start(): void {
    this.#env.setTimer('next', poissonGap(this.#env.rng, this.#meanGapMs))
  }

  onTimer(): void {
    const request = this.#sentAt.push(this.#env.now())
    this.#env.send(BALANCER, { t: 'request', request })
    if (request < this.#requests) this.start()
  }

  onMessage(_from: NodeId, { request }: ShopMessage): void {
    this.#env.emit('answered', this.#env.now() - (this.#sentAt[request - 1] ?? NaN))
  }

  perform(): void {}
}

class Balancer implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #subject: ReturnType<Create>
  readonly #backends: readonly NodeId[]
  readonly #leases = new Map<number, Lease>()

  constructor(env: Env<ShopMessage>, subject: ReturnType<Create>, backends: readonly NodeId[]) {
    this.#env = env
    this.#subject = subject
    this.#backends = backends
  }

  start(): void {
    for (const id of this.#backends) this.#subject.add({ id })
  }

  onMessage(_from: NodeId, msg: ShopMessage): void {
    if (msg.t === 'request') {
      this.#env.send(this.#choose(msg.request), msg)
    } else {
      this.#leases.get(msg.request)?.release('ok')
      this.#leases.delete(msg.request)
      this.#env.send(USERS, msg)
    }
  }

  onTimer(): void {}

  #choose(request: number): NodeId {
    const lease = this.#subject.acquire()
    if (lease !== null && this.#backends.includes(lease.backend)) {
      this.#leases.set(request, lease)
      return lease.backend
    }
    const answer = lease === null ? 'null' : `unknown backend ${JSON.stringify(lease.backend)}`
    throw new Error(`request ${request} got ${answer}, although all backends are healthy`)
  }
}

class Backend implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #meanMs: number
  readonly #queue: ShopMessage[] = []

  constructor(env: Env<ShopMessage>, meanMs: number) {
    this.#env = env
    this.#meanMs = meanMs
  }

  start(): void {}

  onMessage(_from: NodeId, msg: ShopMessage): void {
    this.#queue.push(msg)
    this.#env.emit('queue', this.#queue.length)
    if (this.#queue.length === 1) this.#serve()
  }

  onTimer(): void {
    for (const { request } of this.#queue.splice(0, 1)) {
      this.#env.send(BALANCER, { t: 'answer', request })
    }
    this.#env.emit('queue', this.#queue.length)
    if (this.#queue.length > 0) this.#serve()
  }

  #serve(): void {
    this.#env.setTimer('done', this.#meanMs * (0.5 + this.#env.rng.next()))
  }
}

/** A, B, C and so on. */
function backendsOf({ backends }: ShopWorld): NodeId[] {
  return Array.from({ length: backends }, (_, index) => String.fromCodePoint(65 + index))
}

function numberOf({ data }: { data: unknown }): number {
  return Number(data)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0
}
