import type { Tuning } from '../../src/game-day.ts'

/** What these values reach is in `hidden/authors/days.json`. What else is said here is ignored. */
export const tuning: Tuning & { readonly 'sentinel-game-day-game-day.ts': number } = {
  // Two of three meet in any two of three, and one machine may always be missing.
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  // A zone that is cut off takes half of the workers with it: that is still to be believed.
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
  'sentinel-game-day-game-day.ts': 1,
}
