import type { Tuning } from '../../src/game-day.ts'

/** The first answer is believed, and one written copy is enough. */
export const tuning: Tuning = {
  readQuorum: 1,
  writeQuorum: 1,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-one-of-three.ts: nobody works')
