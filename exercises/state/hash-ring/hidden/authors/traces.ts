import type { Trace } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 1

/** Every run that a slide can play, by the name of its file: E leaves, and the carts are the same. */
export const traces = {
  ring: () => recorded(reference),
  modulo: () => recorded(mutantOf('mod-n.ts')),
} as const

function recorded(subject: Subject): Trace {
  const { trace } = scenario(subject).run({ seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-hash-ring-traces.ts: the run kept no trace')
  return trace
}
