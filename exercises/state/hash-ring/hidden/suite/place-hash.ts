/** All 32 bits: places collide as rarely as they can. */
export const ALL_PLACES = 2 ** 32

/** A hash of the tests: how many places it knows, and which of many such hashes it is. */
export interface PlaceHash {
  readonly places: number
  readonly seed: number
}

/**
 * Places that lie evenly on the whole ring: with few of them points collide all the time, and yet
 * half of them have the highest of 32 bits set.
 */
export function placeOf(text: string, { places, seed }: PlaceHash): number {
  if (places < 1) throw new Error('sentinel-hash-ring-place-hash.ts: a ring has a place')
  return (mixed(text, seed) % places) * Math.floor(ALL_PLACES / places)
}

/** Well mixed whatever the labels look like: the finaliser of murmur3 ends it. */
export function mixed(text: string, seed: number): number {
  let h = Math.imul(seed + 1, 0x9e3779b1)
  for (let index = 0; index < text.length; index++) {
    h = Math.imul(h ^ text.charCodeAt(index), 0x5bd1e995)
    h ^= h >>> 15
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
