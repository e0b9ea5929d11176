import type { NodeId } from '@five-pillars/simulator'

export const GATEWAY = 'gateway'
export const MONITOR = 'monitor'

/** Three data centres. The gateway and the monitor stand apart from all of them. */
const ZONES = ['x', 'y', 'z'] as const
export type Zone = (typeof ZONES)[number]

/** Zone x is small, and keeps carts only. */
const WORKER_ZONES = ['y', 'z'] as const

/** w1, w2 and so on: in zones y and z in turn. */
export function workersOf(count: number): NodeId[] {
  return Array.from({ length: count }, (_, index) => `w${index + 1}`)
}

/** c1, c2 and so on: they keep the carts. */
export function shardsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `c${index + 1}`)
}

/** Each shard has a replica in each zone: c1x, c1y, c1z. */
export function replicasOf(shard: string): NodeId[] {
  return ZONES.map((zone) => `${shard}${zone}`)
}

/** The zone of a worker or a replica. */
export function zoneOf(id: NodeId): Zone {
  const named = ZONES.find((zone) => id.endsWith(zone))
  return named ?? WORKER_ZONES[(Number(id.slice(1)) - 1) % WORKER_ZONES.length] ?? 'y'
}
