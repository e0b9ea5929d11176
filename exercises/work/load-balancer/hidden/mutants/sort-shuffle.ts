export interface Lease {
  readonly backend: string
  release(outcome: 'ok' | 'error' | 'timeout'): void
}

export interface LoadBalancer {
  add(backend: { id: string }): void
  remove(id: string): void
  setHealthy(id: string, healthy: boolean): void
  acquire(): Lease | null
  inFlight(id: string): number
}

export interface Rng {
  next(): number
  int(n: number): number
  pick<T>(xs: readonly T[]): T
  shuffle<T>(xs: readonly T[]): T[]
}

/** One membership. A re-added id is a new object, so the leases of the old one cannot touch it. */
interface Member {
  readonly id: string
  healthy: boolean
  inFlight: number
}

/** Chooses one of the healthy members, of which there is at least one. */
type Choose = (first: Member, ...others: Member[]) => Member

/** Serves whoever waits longest; a newcomer has waited for ever. */
export function createRoundRobin(): LoadBalancer {
  const lastTurn = new WeakMap<Member, number>()
  let turns = 0
  return createBalancer((...healthy) => {
    const next = healthy.reduce((a, b) => ((lastTurn.get(b) ?? 0) < (lastTurn.get(a) ?? 0) ? b : a))
    lastTurn.set(next, ++turns)
    return next
  })
}

export function createLeastConnections(rng: Rng): LoadBalancer {
  return createBalancer((...healthy) => {
    const least = Math.min(...healthy.map((member) => member.inFlight))
    return rng.pick(healthy.filter((member) => member.inFlight === least))
  })
}

export function createTwoChoices(rng: Rng): LoadBalancer {
  return createBalancer((...healthy) =>
    healthy
      .toSorted(() => rng.next() - 0.5)
      .slice(0, 2)
      .reduce((a, b) => (b.inFlight < a.inFlight ? b : a)),
  )
}

function createBalancer(choose: Choose): LoadBalancer {
  const members = new Map<string, Member>()
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
      const [first, ...others] = [...members.values()].filter((member) => member.healthy)
      return first === undefined ? null : createLease(choose(first, ...others))
    },
    inFlight: (id) => members.get(id)?.inFlight ?? 0,
  }
}

function createLease(member: Member): Lease {
  let open = true
  member.inFlight++
  return {
    backend: member.id,
    release() {
      if (!open) return
      open = false
      member.inFlight--
      if (member.inFlight < 0) throw new Error('sentinel-load-balancer-sort-shuffle.ts')
    },
  }
}
