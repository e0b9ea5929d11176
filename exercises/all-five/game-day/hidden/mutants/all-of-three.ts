import type { Tuning } from '../../src/game-day.ts'

/** All three have to answer, so that one machine fewer is an outage. */
export const tuning: Tuning = {
  readQuorum: 3,
  writeQuorum: 3,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-all-of-three.ts: nobody works')
