import type { Rng } from './src/load-balancer.ts'

const TWO_TO_32 = 2 ** 32

/**
 * Random numbers that a seed decides: the generator "mulberry32", good enough to spread requests
 * and small enough to read. Every function works without its object.
 */
export function createRng(seed: number): Rng {
  let state = Math.imul(seed, 0x9e37_79b1) | 0

  function next(): number {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32
  }

  function int(n: number): number {
    if (Number.isInteger(n) && n >= 1) return Math.floor(next() * n)
    throw new RangeError(`rng.int(n) needs a whole number n from 1 up, but got ${n}`)
  }

  function pick<T>(xs: readonly T[]): T {
    let left = xs.length === 0 ? 0 : int(xs.length)
    for (const x of xs) if (left-- === 0) return x
    throw new RangeError('rng.pick(xs) needs at least one element')
  }

  function shuffle<T>(xs: readonly T[]): T[] {
    const left = [...xs]
    const shuffled: T[] = []
    while (left.length > 0) shuffled.push(...left.splice(int(left.length), 1))
    return shuffled
  }

  return { next, int, pick, shuffle }
}
