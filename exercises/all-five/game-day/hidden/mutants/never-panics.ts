import type { Tuning } from '../../src/game-day.ts'

/** The monitor is believed whatever it says, also that nobody is left. */
export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-never-panics.ts: nobody works')
