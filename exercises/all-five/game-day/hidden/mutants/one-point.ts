import type { Tuning } from '../../src/game-day.ts'

/** One point for each shard: one of them gets most of the carts. */
export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 1,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-one-point.ts: nobody works')
