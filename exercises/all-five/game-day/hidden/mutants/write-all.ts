import type { Tuning } from '../../src/game-day.ts'

/** Reads are quick, and nothing can be bought while one machine is away. */
export const tuning: Tuning = {
  readQuorum: 1,
  writeQuorum: 3,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-write-all.ts: nobody works')
