export type Outcome = 'ok' | 'error' | 'timeout'
export type Lease = { readonly backend: string; release(outcome: Outcome): void }
export type LoadBalancer = {
  add(backend: { id: string }): void
  remove(id: string): void
  setHealthy(id: string, healthy: boolean): void
  acquire(): Lease | null
  inFlight(id: string): number
}
export type Rng = {
  next(): number
  int(n: number): number
  pick<T>(xs: readonly T[]): T
  shuffle<T>(xs: readonly T[]): T[]
}

/** A backend that counts its own leases. */
class Backend {
  readonly id: string
  healthy = true
  readonly #open = new Set<OpenLease>()

  constructor(id: string) {
    this.id = id
  }

  get load(): number {
    return this.#open.size
  }

  lease(): OpenLease {
    const lease = new OpenLease(this)
    this.#open.add(lease)
    return lease
  }

  end(lease: OpenLease): void {
    this.#open.delete(lease)
  }
}

class OpenLease implements Lease {
  readonly #owner: Backend

  constructor(owner: Backend) {
    this.#owner = owner
  }

  get backend(): string {
    return this.#owner.id
  }

  release(_outcome: Outcome): void {
    this.#owner.end(this)
  }
}

/** Keeps a queue: whoever is served goes to its end. Subclasses choose the place in the queue. */
abstract class QueueBalancer implements LoadBalancer {
  #queue: Backend[] = []

  /** Index of the chosen one among the healthy, in queue order; there is at least one. */
  protected abstract choose(healthy: readonly Backend[]): number

  add({ id }: { id: string }): void {
    if (this.#find(id) === undefined) this.#queue.push(new Backend(id))
  }

  remove(id: string): void {
    this.#queue = this.#queue.filter((backend) => backend.id !== id)
  }

  setHealthy(id: string, healthy: boolean): void {
    for (const backend of this.#queue) if (backend.id === id) backend.healthy = healthy
  }

  acquire(): Lease | null {
    const healthy = this.#queue.filter((backend) => backend.healthy)
    if (healthy.length === 0) return null
    const chosen = healthy[this.choose(healthy)]
    if (chosen === undefined) throw new Error('sentinel-load-balancer-rotating-queue.ts: no choice')
    this.#queue.splice(this.#queue.indexOf(chosen), 1)
    this.#queue.push(chosen)
    return chosen.lease()
  }

  inFlight(id: string): number {
    return this.#find(id)?.load ?? 0
  }

  #find(id: string): Backend | undefined {
    return this.#queue.find((backend) => backend.id === id)
  }
}

class RoundRobin extends QueueBalancer {
  protected choose(): number {
    return 0
  }
}

/** The queue is sorted by the time of the last turn, so the first of equals is least recently used. */
class LeastConnections extends QueueBalancer {
  protected choose(healthy: readonly Backend[]): number {
    let best = 0
    for (const [index, backend] of healthy.entries()) {
      if (backend.load < (healthy[best]?.load ?? Infinity)) best = index
    }
    return best
  }
}

class TwoChoices extends QueueBalancer {
  readonly #rng: Rng

  constructor(rng: Rng) {
    super()
    this.#rng = rng
  }

  protected choose(healthy: readonly Backend[]): number {
    if (healthy.length === 1) return 0
    const a = this.#rng.int(healthy.length)
    let b = a
    while (b === a) b = this.#rng.int(healthy.length)
    return (healthy[b]?.load ?? 0) < (healthy[a]?.load ?? 0) ? b : a
  }
}

export const createRoundRobin = (): LoadBalancer => new RoundRobin()
export const createLeastConnections = (_rng: Rng): LoadBalancer => new LeastConnections()
export const createTwoChoices = (rng: Rng): LoadBalancer => new TwoChoices(rng)
