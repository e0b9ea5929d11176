import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { scenario, smallStorm } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 3

/** Long enough to see whether it comes back, and short enough for a slide. */
const RUN_MS = 11_000

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'storm-reference': () => record(reference),
  'storm-no-budget': () => record(mutantOf('own-budget.ts')),
  'storm-no-deadline': () => record(mutantOf('no-deadline.ts')),
} as const

async function record(subject: Subject): Promise<Trace> {
  const options = { ...smallStorm, seed: SEED, runMs: RUN_MS, full: true }
  const { trace } = await runAsync(scenario(subject), options)
  if (trace === null) throw new Error('sentinel-retry-budget-traces.ts: no trace was kept')
  return trace
}
