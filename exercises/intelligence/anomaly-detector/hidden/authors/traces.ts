import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { scenario, smallNight } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 1

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'night-reference': () => record(reference),
  'night-page-per-source': () => record(mutantOf('page-per-source.ts')),
  'night-timer-restarts': () => record(mutantOf('timer-restarts.ts')),
} as const

async function record(subject: Subject): Promise<Trace> {
  const { trace } = await runAsync(scenario(subject), { ...smallNight, seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-anomaly-detector-traces.ts: no trace was kept')
  return trace
}
