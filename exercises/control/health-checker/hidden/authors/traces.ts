import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { scenario, smallFleet } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 3

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'fleet-reference': () => record(reference),
  'fleet-one-bad-answer': () => record(mutantOf('flap1.ts')),
  'fleet-no-timeout': () => record(mutantOf('timeout-ignored.ts')),
} as const

async function record(subject: Subject): Promise<Trace> {
  const { trace } = await runAsync(scenario(subject), { ...smallFleet, seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-health-checker-traces.ts: no trace was kept')
  return trace
}
