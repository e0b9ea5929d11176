import type { Rng } from '../contract.ts'
import { exponential } from './distributions.ts'

const WORDS = 2 ** 32

/**
 * The time from one arrival to the next where users come at random and know nothing of each other
 * (a Poisson stream): exponentially distributed, and the same on every machine. It is the only draw
 * of `rng` that it takes.
 *
 * @param mean the mean of many such gaps, in the unit of the result
 */
export function poissonGap(rng: Rng, mean: number): number {
  return exponential(rng.int(WORDS)) * mean
}
