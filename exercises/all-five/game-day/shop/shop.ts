import type { Definition, NodeId } from '@five-pillars/simulator'

import type { Parts } from '../parts.ts'
import type { Tuning } from '../src/game-day.ts'
import { Gateway } from './gateway.ts'
import type { Demand, GatewaySettings } from './gateway.ts'
import { labelOf } from './messages.ts'
import type { ShopMessage } from './messages.ts'
import { Monitor } from './monitor.ts'
import type { MonitorSettings } from './monitor.ts'
import { GATEWAY, MONITOR, replicasOf, shardsOf, workersOf } from './places.ts'
import { Replica } from './replica.ts'
import { Worker } from './worker.ts'

/** Five parts and the values that tune them: all that a shop needs. */
export interface Subject {
  readonly tuning: Tuning
  readonly parts: Parts
}

/** Everything about a shop that nobody tunes. Times are milliseconds. */
export interface ShopSettings
  extends MonitorSettings, Omit<GatewaySettings, 'fleet' | 'shards' | 'demandAt'> {
  /** How many machines workers can run on. */
  readonly machines: number
  readonly shards: number
  /** Mean time of the work on one request; each takes two thirds to four thirds of it. */
  readonly workMs: number
  /** What a read or write keeps the disk of a replica busy for. */
  readonly diskMs: number
  /** Mean time of a message. */
  readonly hopMs: number
  /** Shortest and longest time from the order of a worker until it works. */
  readonly bootMs: readonly [number, number]
}

/** All machines that a fault may be about. */
export function machinesOf(shop: Pick<ShopSettings, 'machines' | 'shards'>): {
  workers: NodeId[]
  replicas: NodeId[]
} {
  const replicas = shardsOf(shop.shards).flatMap((shard) => replicasOf(shard))
  return { workers: workersOf(shop.machines), replicas }
}

/** A gateway, a monitor, workers and replicas, wired to the five parts. */
export function shopWorld(
  subject: Subject,
  shop: ShopSettings,
  demandAt: (ms: number) => Demand,
): Pick<
  Definition<ShopMessage>,
  'name' | 'nodes' | 'promising' | 'make' | 'profile' | 'healAt' | 'label' | 'show' | 'limits'
> {
  const { parts, tuning } = subject
  const { workers, replicas } = machinesOf(shop)
  const settings: GatewaySettings = {
    ...shop,
    fleet: { machines: workers, bootMs: shop.bootMs },
    shards: shardsOf(shop.shards),
    demandAt,
  }
  const keepsCarts = new Set(replicas)
  return {
    name: 'game-day',
    nodes: [GATEWAY, MONITOR, ...workers, ...replicas],
    // Only a health checker is promised anything: an answer to its probe.
    promising: [MONITOR],
    make(env, { clock }) {
      if (env.id === GATEWAY) return new Gateway(env, subject, settings)
      if (env.id === MONITOR) return new Monitor(env, clock, parts.healthChecker, shop)
      if (keepsCarts.has(env.id)) return new Replica(env, shop.diskMs)
      return new Worker(env, shop, { quorum: parts.quorum, tuning })
    },
    profile: { latencyMs: shop.hopMs, spread: 'uniform' },
    // Every fault ends by itself.
    healAt: 1,
    label: labelOf,
    show: { gauges: ['workers', 'in time, %'] },
    limits: { eventsMax: EVENTS_MAX },
  }
}

/** A day takes a ninth of it. */
const EVENTS_MAX = 1_000_000
