import fc from 'fast-check'

/** Names of replicas: of members, and of two strangers that only look like some. */
export interface Names {
  readonly members: readonly [string, string, string, string, string]
  readonly strangers: readonly [string, string]
}

/**
 * Shrinking tends to the letters; the others are what a plain object as a map, a falsy test, a
 * composite key, a search in text, an order by number or by dictionary gets wrong.
 */
export const names: fc.Arbitrary<Names> = fc.constantFrom<Names[]>(
  { members: ['A', 'B', 'C', 'D', 'E'], strangers: ['X', 'Y'] },
  { members: ['E', 'B', 'D', 'A', 'C'], strangers: ['Y', 'X'] },
  { members: ['10', '9', '1', '01', ''], strangers: ['0', '10,9'] },
  {
    members: ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'],
    strangers: ['valueOf', 'construct'],
  },
  { members: ['a', 'a#1', 'B', 'a1', 'A'], strangers: ['a#2', 'b'] },
  { members: ['', ' ', 'null', 'undefined', '0'], strangers: ['false', '  '] },
)

/** Two lists of the same names are one mistake more to find. */
export function allNames({ members, strangers }: Names): string[] {
  const all = [...members, ...strangers]
  if (new Set(all).size < all.length) throw new Error('sentinel-quorum-names.ts: a name twice')
  return all
}
