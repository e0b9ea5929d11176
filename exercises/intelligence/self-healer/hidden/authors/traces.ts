import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { scenario, smallRecord } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 45

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'record-reference': () => record(reference),
  'record-unconditional': () => record(mutantOf('unconditional.ts')),
} as const

async function record(subject: Subject): Promise<Trace> {
  const { trace } = await runAsync(scenario(subject), { ...smallRecord, seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-self-healer-traces.ts: no trace was kept')
  return trace
}
