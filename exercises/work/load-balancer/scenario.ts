import { createRng, simulate } from '@five-pillars/simulator'
import type { Definition, NodeId, Scenario } from '@five-pillars/simulator'

import { Backend, BALANCER, Balancer, Users } from './machines.ts'
import type { ShopMessage } from './machines.ts'
import type * as starter from './src/load-balancer.ts'
import type { LoadBalancer, Rng } from './src/load-balancer.ts'

/** What of a submission the world to watch is made of. */
export type Subject = Pick<typeof starter, 'createLeastConnections'>

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

/** A world to watch: few enough backends and users to follow each request with the eye. */
const smallWorld: ShopWorld = { ...slowBackendWorld, backends: 5, hopMs: 2, requests: 80 }
const SMALL_RUN_MS = 400

/** Five backends of which the last is slow, behind your least connections. */
export function scenario({ createLeastConnections }: Subject): Scenario<ShopMessage> {
  return simulate({ ...shop(createLeastConnections, smallWorld, 'E'), runMs: SMALL_RUN_MS })
}

/**
 * Users who send requests at random (a Poisson process), one balancer, and backends that serve one
 * request at a time in order of arrival, all in virtual time. `answered` is emitted with what a user
 * has waited, `queue` with what is at a backend.
 *
 * @param slow the backend that is slower than the others, `A` for the first one
 */
function shop(create: Create, world: ShopWorld, slow: NodeId): Definition<ShopMessage> {
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
