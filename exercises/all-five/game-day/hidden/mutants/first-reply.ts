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
      if (words.size > members.size) throw new Error('sentinel-game-day-first-reply.ts')
      return members.size - (words.size - yes) < need ? 'impossible' : 'pending'
    },
  }
}

/** All are copies of one cart: the first one will do. */
function newest<T>(
  replies: readonly Reply<T>[],
  r: number,
): { value: T; stale: readonly NodeId[] } | null {
  const [first] = replies
  if (first === undefined || replies.length < r) return null
  const best = first
  const stale = replies.filter(({ ts }) => ts < best.ts).map(({ id }) => id)
  return { value: best.value, stale: stale.toSorted() }
}

export const parts = { quorum: { createCollector, newest } }
