import type { Tuning } from '../../src/game-day.ts'

/** A shop that cannot grow. */
export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 3,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-three-at-most.ts: nobody works')
