/** One request on its way to one backend. */
export interface Lease {
  /** The id of the chosen backend. */
  readonly backend: string
  /** Ends the request, whatever came of it. Only the first call counts. */
  release(outcome: 'ok' | 'error' | 'timeout'): void
}

export interface LoadBalancer {
  /** Makes a backend a member: healthy, nothing in flight. Adding a member again changes nothing. */
  add(backend: { id: string }): void
  /** Ends a membership. Leases that are still open may be released later. */
  remove(id: string): void
  /** Marks a member as healthy or not. Leaves its requests in flight as they are. */
  setHealthy(id: string, healthy: boolean): void
  /** Chooses a healthy member for the next request; null exactly when there is none. */
  acquire(): Lease | null
  /** How many leases of this member are open; 0 for an id that is not a member. */
  inFlight(id: string): number
}

/** The only source of randomness: the same seed gives the same numbers. */
export interface Rng {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 to n − 1, each equally likely. n is a whole number from 1 up. */
  int(n: number): number
  /** One of xs, each equally likely. xs is not empty. */
  pick<T>(xs: readonly T[]): T
  /** A shuffled copy of xs. */
  shuffle<T>(xs: readonly T[]): T[]
}

// TODO: part 1. Let the healthy backends take turns.
export function createRoundRobin(): LoadBalancer {
  throw new Error('createRoundRobin is not written yet: start at part 1 in src/load-balancer.ts')
}

// TODO: part 2. Choose a healthy backend that has the fewest requests in flight.
export function createLeastConnections(_rng: Rng): LoadBalancer {
  throw new Error('createLeastConnections is not written yet: it is part 2')
}

// TODO: stretch. Uncomment this when you want it: from then on its promises count too.
// export function createTwoChoices(rng: Rng): LoadBalancer {
//   throw new Error('createTwoChoices is not written yet: it is the stretch')
// }
