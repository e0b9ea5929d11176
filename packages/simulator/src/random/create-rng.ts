import type { Rng } from '../contract.ts'
import { unit } from './distributions.ts'
import { mix } from './hash.ts'

const WORDS = 2 ** 32

/**
 * A sequential source of randomness: `sfc32` of Chris Doty-Humphrey's PractRand, which passes its
 * tests and has a period of at least 2³² draws.
 *
 * @param seed any whole number; only its lower 32 bits count
 */
export function createRng(seed: number): Rng {
  let a = mix(seed)
  let b = mix(a ^ 0x9e3779b9)
  let c = mix(b ^ 0x243f6a88)
  let counter = 1

  function word(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }

  function int(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > WORDS) {
      throw new RangeError(`rng.int(${n}): n is a whole number from 1 to 2³²`)
    }
    // Words above the last whole multiple of n would make the small numbers more likely.
    const limit = WORDS - (WORDS % n)
    for (;;) {
      const drawn = word()
      if (drawn < limit) return drawn % n
    }
  }

  function pick<T>(xs: readonly T[]): T {
    const index = int(Math.max(1, xs.length))
    for (const chosen of xs.slice(index, index + 1)) return chosen
    throw new RangeError('rng.pick([]): there is nothing to pick from')
  }

  function shuffle<T>(xs: readonly T[]): T[] {
    const left = [...xs]
    return xs.flatMap(() => left.splice(int(left.length), 1))
  }

  for (let warmUp = 0; warmUp < 12; warmUp++) word()
  return { next: () => unit(word()), int, pick, shuffle }
}
