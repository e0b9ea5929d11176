import type { Tuning } from '../../src/game-day.ts'

/** Two are written, and the first answer is believed: 1 + 2 is not more than 3. */
export const tuning: Tuning = {
  readQuorum: 1,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-reads-one.ts: nobody works')
