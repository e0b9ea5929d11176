import type { Tuning } from '../../src/game-day.ts'

/** Set from runs of 1,000 days: `hidden/authors/measure-days.ts`. */
export const tuning: Tuning = {
  // Two of three meet in any two of three, and one machine may always be missing.
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  // A zone that is cut off takes half of the workers with it: that is still to be believed.
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.readQuorum + tuning.writeQuorum <= 3) {
  throw new Error('sentinel-game-day-game-day.ts: a read may miss a write')
}
