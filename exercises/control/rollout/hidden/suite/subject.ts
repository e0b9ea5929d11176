import type { Clock } from '@five-pillars/simulator'

import type { Fleet, Rollout, RolloutOptions } from '../../src/rollout.ts'

/** What a submission exports. */
export interface Subject {
  readonly createRollout: (fleet: Fleet, options: RolloutOptions, clock: Clock) => Rollout
}
