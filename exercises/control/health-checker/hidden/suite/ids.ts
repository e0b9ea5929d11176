import fc from 'fast-check'

/**
 * Shrinking tends to the letters; the others are what a plain object as a map, a falsy test or a
 * composite key gets wrong.
 */
export const idPools = fc.constantFrom(
  ['A', 'B', 'C'],
  ['10', '9', ''],
  ['constructor', '__proto__', 'toString'],
  ['a#1', 'a', '1'],
  ['', 'null', 'undefined'],
)

/** Every id that somebody's map gets wrong. */
export const oddIds = ['', '10', 'a#1', 'constructor', '__proto__', 'hasOwnProperty', 'null']

if (oddIds.length === 0) throw new Error('sentinel-health-checker-ids.ts: no ids')
