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

interface Reply<T> {
  readonly id: NodeId
  readonly ts: number
  readonly value: T
}

/** What the health checker says. */
const down = new Set<NodeId>()

function onHealth(id: NodeId, isUp: boolean): void {
  if (isUp) down.delete(id)
  else down.add(id)
}

/** More than half of the replicas that are up: why ask for those who cannot answer? */
function createCollector(
  members: ReadonlySet<NodeId>,
  need: number,
): { offer(from: NodeId, ok: boolean): 'pending' | 'reached' | 'impossible' } {
  const live = new Set([...members].filter((id) => !down.has(id)))
  const words = new Map<NodeId, boolean>()
  return {
    offer(from, ok) {
      if (live.has(from) && !words.has(from)) words.set(from, ok)
      const yes = [...words.values()].filter(Boolean).length
      if (words.size > members.size) throw new Error('sentinel-game-day-live-quorum.ts')
      return yes >= Math.min(need, Math.floor(live.size / 2) + 1) ? 'reached' : 'pending'
    },
  }
}

function newest<T>(
  replies: readonly Reply<T>[],
  r: number,
): { value: T; stale: readonly NodeId[] } | null {
  const [first, ...others] = replies
  if (first === undefined || r < 1) return null
  const best = others.reduce((a, b) => (b.ts > a.ts ? b : a), first)
  const stale = replies.filter(({ ts }) => ts < best.ts).map(({ id }) => id)
  return { value: best.value, stale: stale.toSorted() }
}

export const parts = { quorum: { createCollector, newest, onHealth } }
