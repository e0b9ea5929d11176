import type { Tuning } from '../../src/game-day.ts'

export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

/** One membership. A re-added id is a new object, so the leases of the old one cannot touch it. */
interface Member {
  readonly id: string
  healthy: boolean
  inFlight: number
}

interface Lease {
  readonly backend: string
  release(outcome: 'ok' | 'error' | 'timeout'): void
}

interface Rng {
  pick<T>(xs: readonly T[]): T
}

/** Two who fall ill at once are more likely a false alarm: such a batch is not believed. */
function createLeastConnections(rng: Rng): {
  add(backend: { id: string }): void
  remove(id: string): void
  setHealthy(id: string, healthy: boolean): void
  acquire(): Lease | null
  inFlight(id: string): number
} {
  const members = new Map<string, Member>()
  let news: [Member, boolean][] = []

  function lease(member: Member): Lease {
    let open = true
    member.inFlight++
    return {
      backend: member.id,
      release(outcome) {
        if (!open) return
        open = false
        member.inFlight--
        if (member.inFlight < 0) throw new Error(`sentinel-game-day-deaf-in-a-batch.ts: ${outcome}`)
      },
    }
  }

  return {
    add({ id }) {
      if (!members.has(id)) members.set(id, { id, healthy: true, inFlight: 0 })
    },
    remove(id) {
      members.delete(id)
    },
    setHealthy(id, healthy) {
      const member = members.get(id)
      if (member !== undefined) news.push([member, healthy])
    },
    acquire() {
      const [first] = news
      if (first !== undefined && news.length === 1) first[0].healthy = first[1]
      news = []
      const healthy = [...members.values()].filter((member) => member.healthy)
      if (healthy.length === 0) return null
      const least = Math.min(...healthy.map((member) => member.inFlight))
      return lease(rng.pick(healthy.filter((member) => member.inFlight === least)))
    },
    inFlight: (id) => members.get(id)?.inFlight ?? 0,
  }
}

export const parts = { loadBalancer: { createLeastConnections } }
