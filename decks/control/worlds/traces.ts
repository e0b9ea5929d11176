import type { RunOptions, Scenario, Trace } from '@five-pillars/simulator'

import { fleetOf, mailStory } from './fleet.ts'
import { dayOf, rollout } from './rollout.ts'
import type { Way } from './rollout.ts'
import { badDay, wantedCopies } from './wanted.ts'

/** In this run the forgotten server is in the second wave. */
const ROLLOUT_SEED = 1

/** Every run that the deck plays, by the name of its file. */
export const traces = {
  'deep-check': () => recorded(fleetOf({ check: 'deep', panicShare: 0 }), mailStory),
  'six-copies': () => recorded(wantedCopies('loop'), badDay('loop')),
  'rolled-back': () => rolloutTrace('rollback'),
  waves: () => rolloutTrace('waves'),
} as const

function rolloutTrace(way: Way): Trace {
  return recorded(rollout(way), dayOf(way, ROLLOUT_SEED))
}

function recorded<M>({ run, definition }: Scenario<M>, options: RunOptions): Trace {
  const { trace } = run({ ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
