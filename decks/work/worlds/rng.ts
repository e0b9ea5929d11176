/** Seeded random numbers in [0, 1): the same seed gives the same run on every machine. */
export type Rng = () => number

/** The mulberry32 generator: 32 bits of state, plenty for a queue with a million arrivals. */
export function createRng(seed: number): Rng {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The gap to the next arrival of a Poisson stream, in the unit of `mean`. */
export function exponential(rng: Rng, mean: number): number {
  return -Math.log(1 - rng()) * mean
}

/** A whole number from 0 to `below - 1`. */
export function integer(rng: Rng, below: number): number {
  return Math.floor(rng() * below)
}
