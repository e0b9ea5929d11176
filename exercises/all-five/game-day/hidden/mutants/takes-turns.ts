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

/** Everybody gets the same number of requests, whoever is slow. */
function createLeastConnections(rng: Rng): {
  add(backend: { id: string }): void
  remove(id: string): void
  setHealthy(id: string, healthy: boolean): void
  acquire(): Lease | null
  inFlight(id: string): number
} {
  const members = new Map<string, Member>()
  let turn = 0

  function lease(member: Member): Lease {
    let open = true
    member.inFlight++
    return {
      backend: member.id,
      release(outcome) {
        if (!open) return
        open = false
        member.inFlight--
        if (member.inFlight < 0) throw new Error(`sentinel-game-day-takes-turns.ts: ${outcome}`)
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
      if (member !== undefined) member.healthy = healthy
    },
    acquire() {
      const healthy = [...members.values()].filter((member) => member.healthy)
      const next = healthy[turn++ % Math.max(1, healthy.length)]
      return next === undefined ? null : lease(turn < 0 ? rng.pick(healthy) : next)
    },
    inFlight: (id) => members.get(id)?.inFlight ?? 0,
  }
}

export const parts = { loadBalancer: { createLeastConnections } }
