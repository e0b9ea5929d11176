import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { scenario, threeClients } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

/** In this world the backend hangs. */
const SEED = 2

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'breaker-reference': () => record(reference),
  'breaker-crowd': () => record(mutantOf('many-tries.ts')),
  'breaker-never-back': () => record(mutantOf('refusal-restarts.ts')),
} as const

async function record(subject: Subject): Promise<Trace> {
  const { trace } = await runAsync(scenario(subject), { ...threeClients, seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-circuit-breaker-traces.ts: no trace was kept')
  return trace
}
