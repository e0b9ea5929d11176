import type { Tuning } from '../../src/game-day.ts'

/** One worker that is down, and nobody believes it: requests go into the void. */
export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.9,
  minWorkers: 3,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-always-panics.ts: nobody works')
