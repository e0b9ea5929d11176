import type { NodeId } from '@five-pillars/simulator'

import type { Tuning } from '../../src/game-day.ts'

export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

interface Point {
  readonly place: number
  readonly shard: string
}

/** Shards of which a replica is down: nobody should be sent there. */
const ill = new Map<string, Set<NodeId>>()

function onHealth(id: NodeId, isUp: boolean): void {
  const shard = id.slice(0, -1)
  const down = ill.get(shard) ?? new Set()
  if (isUp) down.delete(id)
  else down.add(id)
  ill.set(shard, down)
}

/** The ring is made of the shards that are well: a member that is ill hands its carts to the others. */
function createHashRing({ vnodes, hash }: { vnodes: number; hash: (text: string) => number }): {
  add(node: string): void
  remove(node: string): void
  owner(key: string): string | null
  replicas(key: string, n: number): string[]
} {
  if (vnodes < 1) throw new RangeError('sentinel-game-day-ring-on-health.ts')
  let points: Point[] = []

  function replicas(key: string, n: number): string[] {
    const place = hash(key)
    const well = points.filter(({ shard }) => (ill.get(shard)?.size ?? 0) === 0)
    const start = well.findIndex((point) => point.place >= place)
    const inOrder = start === -1 ? well : [...well.slice(start), ...well.slice(0, start)]
    return [...new Set(inOrder.map(({ shard }) => shard))].slice(0, Math.max(0, n))
  }

  function remove(shard: string): void {
    points = points.filter((point) => point.shard !== shard)
  }

  return {
    add(shard) {
      remove(shard)
      for (let nth = 0; nth < vnodes; nth++) points.push({ place: hash(`${nth}#${shard}`), shard })
      points.sort((a, b) => a.place - b.place || (a.shard < b.shard ? -1 : 1))
    },
    remove,
    owner: (key) => replicas(key, 1)[0] ?? null,
    replicas,
  }
}

export const parts = { hashRing: { createHashRing, onHealth } }
