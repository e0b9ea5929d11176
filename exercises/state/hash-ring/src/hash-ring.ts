export interface HashRingOptions {
  /** Points of each node on the ring; a whole number from 1 up. */
  readonly vnodes: number
  /** The place of a string on the ring, from 0 to 2³² − 1: the same string, the same place. */
  readonly hash: (text: string) => number
}

export interface HashRing {
  /** Makes a node a member. Adding a member again changes nothing. */
  add(node: string): void
  /** Ends a membership. Removing a stranger changes nothing. */
  remove(node: string): void
  /** The node that keeps this key; null exactly when there are no members. */
  owner(key: string): string | null
  /** Different nodes that keep this key: the owner first, n of them, or all where n is more. */
  replicas(key: string, n: number): string[]
}

export function createHashRing(_options: HashRingOptions): HashRing {
  // TODO: part 1. Give each node its points, and each key the node of the next point.
  // TODO: part 2. Walk on from there for the replicas.
  // TODO: part 3. Many points, and a search that does not pass by all of them.
  throw new Error('createHashRing is not written yet: start at part 1 in src/hash-ring.ts')
}
