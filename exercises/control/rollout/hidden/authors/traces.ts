import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { scenario, smallShop } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 3

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'shop-reference': () => record(reference),
  'shop-no-verdict': () => record(mutantOf('never-bad.ts')),
} as const

async function record(subject: Subject): Promise<Trace> {
  const { trace } = await runAsync(scenario(subject), { ...smallShop, seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-rollout-traces.ts: no trace was kept')
  return trace
}
