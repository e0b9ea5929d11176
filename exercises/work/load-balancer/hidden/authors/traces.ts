import type { Trace } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 1

/** Every run that a slide can play, by the name of its file: E is slow, and the users are the same. */
export const traces = {
  'least-connections': () => recorded(reference),
  'total-served': () => recorded(mutantOf('total-served.ts')),
} as const

function recorded(subject: Subject): Trace {
  const { trace } = scenario(subject).run({ seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-load-balancer-traces.ts: the run kept no trace')
  return trace
}
