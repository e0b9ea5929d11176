import type { Tuning } from '../../src/game-day.ts'

/** A shop that begins each rush with one worker. */
export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 1,
  maxWorkers: 12,
}

if (tuning.maxWorkers < 1) throw new Error('sentinel-game-day-one-at-night.ts: nobody works')
