import { availableParallelism } from 'node:os'

import { lanes } from '../run/lanes.ts'
import type { Pool } from '../run/pool.ts'
import { createReusedPool } from '../run/reused-pool.ts'

/** Where the programs of authors run, in turn: several exercises may share it. */
export interface Workshop {
  readonly pool: Pool
  /** Runs a job as soon as a core is free for it, in the order in which jobs are given. */
  readonly inLane: ReturnType<typeof lanes>
  close(): void
}

/** One run has one busy thread: as many go on at a time as there are cores. */
export function openWorkshop(): Workshop {
  const pool = createReusedPool()
  return { pool, inLane: lanes(availableParallelism()), close: () => pool.close() }
}
