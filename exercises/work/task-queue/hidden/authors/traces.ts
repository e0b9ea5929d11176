import type { Trace } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'

const SEED = 1

/** Every run that a slide can play, by the name of its file: E is slow, and the work is the same. */
export const traces = {
  'with-backups': () => recorded(reference),
  'without-backups': () => recorded(mutantOf('never-helps.ts')),
} as const

function recorded(subject: Subject): Trace {
  const { trace } = scenario(subject).run({ seed: SEED, full: true })
  if (trace === null) throw new Error('sentinel-task-queue-traces.ts: the run kept no trace')
  return trace
}
