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

/** Counts as it should; which of the answers is the newest is the mistake. */
function createCollector(
  members: ReadonlySet<NodeId>,
  need: number,
): { offer(from: NodeId, ok: boolean): 'pending' | 'reached' | 'impossible' } {
  const words = new Map<NodeId, boolean>()
  return {
    offer(from, ok) {
      if (members.has(from) && !words.has(from)) words.set(from, ok)
      const yes = [...words.values()].filter(Boolean).length
      if (yes >= need) return 'reached'
      if (words.size > members.size) throw new Error('sentinel-game-day-most-common.ts')
      return members.size - (words.size - yes) < need ? 'impossible' : 'pending'
    },
  }
}

/** What most of them say; of equally many, what was said first. */
function newest<T>(
  replies: readonly Reply<T>[],
  r: number,
): { value: T; stale: readonly NodeId[] } | null {
  if (replies.length < r) return null
  const times = replies.map(({ ts }) => replies.filter((reply) => reply.ts === ts).length)
  const best = replies[times.indexOf(Math.max(...times))]
  if (best === undefined) return null
  return { value: best.value, stale: replies.filter(({ ts }) => ts < best.ts).map(({ id }) => id) }
}

export const parts = { quorum: { createCollector, newest } }
