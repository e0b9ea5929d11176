import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { tellSimplest } from './tell.ts'

/** Five servers wake up together, and every message takes the same time: nothing breaks a tie. */
export const lockstep = {
  nodes: 5,
  latencyMs: 10,
  spread: 'constant',
  loss: 0,
  duplicate: 0,
  tail: 0,
  timeouts: 'normal',
  adversary: 0,
  skewMs: 0,
} as const

const SEEDS = 30

/** The world is healed from its begin, so that all of it is time to agree on a leader. */
export const lockstepSpan = { runMs: 3000, healAtMs: 0, plan: [] } as const

export async function endsSplitVotes(subject: Subject): Promise<void> {
  const world = scenario(subject)
  const reports = Array.from({ length: SEEDS }, (_, seed) => {
    return world.run({ seed, profile: lockstep, ...lockstepSpan })
  })
  const failed = reports.filter(({ findings }) => findings.length > 0)
  if (failed.length > 0) await tellSimplest(world, failed)
}

if (lockstep.nodes < 3) throw new Error('sentinel-raft-election-split-votes.ts')
