import type { Trace } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 1

/** Every run of the small world that is recorded, by the name of its file in `traces/`. */
export const traces = {
  reference: () => recorded(reference),
  'null-as-zero': () => recorded(mutantOf('null-as-zero.ts')),
  'ignore-starting': () => recorded(mutantOf('ignore-starting.ts')),
} as const

function recorded(subject: Subject): Trace {
  const { trace } = scenario(subject).run({ seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-autoscaler-traces.ts: the run kept no trace')
  return trace
}
