import fc from 'fast-check'

/** So many nodes at most in a history. */
export const NODES_MAX = 6

/**
 * Shrinking tends to the letters; the others are what a plain object as a map, a falsy test or an
 * order by number or by dictionary gets wrong.
 */
const POOLS: readonly (readonly string[])[] = [
  ['A', 'B', 'C', 'D', 'E', 'F'],
  ['F', 'B', 'D', 'A', 'E', 'C'],
  ['10', '9', '1', '01', '', '2'],
  ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'],
  ['a', 'a#1', 'B', 'a1', 'A', 'b'],
]

if (POOLS.some((pool) => new Set(pool).size < NODES_MAX)) {
  throw new Error('sentinel-version-vectors-names.ts: a name twice')
}

export const pools: fc.Arbitrary<readonly string[]> = fc.constantFrom(...POOLS)

export function nameAt(pool: readonly string[], place: number): string {
  const name = pool[place % NODES_MAX]
  if (name === undefined) throw new Error(`Nobody is number ${place}`)
  return name
}
