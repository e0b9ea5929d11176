import { BrokenPromise } from '@five-pillars/suite'

import { BadTuning, readTuning, REPLICAS } from '../../tuning.ts'
import type { Tuning } from '../../src/game-day.ts'
import type { Subject } from './subject.ts'

/** The shop can be run with these values at all. */
export function inRange({ tuning }: Subject): void {
  read(tuning)
}

/** Every set of R replicas has one in common with every set of W. */
export function readsMeetWrites({ tuning }: Subject): void {
  const { readQuorum, writeQuorum } = read(tuning)
  if (readQuorum + writeQuorum > REPLICAS) return
  throw new BrokenPromise(
    [
      `readQuorum is ${readQuorum} and writeQuorum is ${writeQuorum}, of ${REPLICAS} replicas.`,
      `  A read may ask ${readQuorum} of them that the last write did not reach: a line is missing.`,
    ].join('\n'),
  )
}

function read(tuning: unknown): Tuning {
  try {
    return readTuning(tuning)
  } catch (error) {
    if (error instanceof BadTuning) throw new BrokenPromise(error.message)
    throw new Error('sentinel-game-day-tuning-checks.ts', { cause: error })
  }
}
