/** Odd constants without a pattern: the golden ratio and its kin as 32-bit words. */
const GOLDEN = 0x9e3779b9
/** Where FNV-1a begins, and what it multiplies with. */
export const FNV_OFFSET = 0x811c9dc5
export const FNV_PRIME = 0x01000193

/**
 * Mixes a 32-bit word so that each bit of it moves every bit of the result. A bijection: Chris
 * Wellons, hash-prospector (2018), `lowbias32`.
 */
export function mix(word: number): number {
  let mixed = word ^ (word >>> 16)
  mixed = Math.imul(mixed, 0x21f0aaad)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/**
 * The draw that belongs to a key and a counter, whatever was drawn before it: counter-based
 * randomness as in Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
 */
export function keyed(key: number, counter: number): number {
  return mix(key ^ Math.imul(counter + 1, GOLDEN))
}

/** A 32-bit key for a seed and some words, such as `keyOf(7, 'link', 'a', 'b')`. */
export function keyOf(seed: number, ...words: readonly string[]): number {
  let key = mix(seed ^ GOLDEN)
  for (const word of words) key = mix(key ^ hashText(word))
  return key
}

/** FNV-1a over the UTF-16 code units of a text, and over its length. */
export function hashText(text: string): number {
  let hash = FNV_OFFSET
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  }
  return mix(hash ^ text.length)
}
