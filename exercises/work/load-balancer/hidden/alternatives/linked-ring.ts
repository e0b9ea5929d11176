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

/** A seat in the ring. The gate is a seat that nobody takes; newcomers sit down before it. */
class Seat {
  readonly id: string | null
  healthy: boolean
  inFlight = 0
  next: Seat = this
  previous: Seat = this

  constructor(id: string | null) {
    this.id = id
    this.healthy = id !== null
  }

  sitDownBefore(other: Seat): void {
    this.next = other
    this.previous = other.previous
    this.next.previous = this
    this.previous.next = this
  }

  standUp(): void {
    this.previous.next = this.next
    this.next.previous = this.previous
  }

  /** All seats of the ring, the next one first and this one last. */
  *round(): Generator<Seat> {
    let seat = this.next
    while (seat !== this) {
      yield seat
      seat = seat.next
    }
    yield this
  }
}

export function createRoundRobin(): LoadBalancer {
  return createRing(() => 0)
}

/** Goes round too, and takes the first seat that nobody beats: ties are spread without luck. */
export function createLeastConnections(_rng: Rng): LoadBalancer {
  return createRing((seat) => seat.inFlight)
}

function createRing(cost: (seat: Seat) => number): LoadBalancer {
  const gate = new Seat(null)
  // Points at the seat that was served last.
  let hand = gate
  const find = (id: string): Seat | undefined => gate.round().find((seat) => seat.id === id)
  return {
    add({ id }) {
      if (find(id) === undefined) new Seat(id).sitDownBefore(gate)
    },
    remove(id) {
      const seat = find(id)
      if (seat === hand) hand = hand.previous
      seat?.standUp()
    },
    setHealthy(id, healthy) {
      const seat = find(id)
      if (seat !== undefined) seat.healthy = healthy
    },
    acquire() {
      let best: Seat | undefined
      for (const seat of hand.round()) {
        if (seat.healthy && (best === undefined || cost(seat) < cost(best))) best = seat
      }
      if (best === undefined) return null
      hand = best
      return take(best)
    },
    inFlight: (id) => find(id)?.inFlight ?? 0,
  }
}

function take(seat: Seat): Lease {
  if (seat.id === null) throw new Error('sentinel-load-balancer-linked-ring.ts: the gate was taken')
  seat.inFlight += 1
  let debt = 1
  return {
    backend: seat.id,
    release() {
      seat.inFlight -= debt
      debt = 0
    },
  }
}
