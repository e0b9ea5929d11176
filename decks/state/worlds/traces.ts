import type { RunOptions, Scenario, Trace } from '@five-pillars/simulator'

import { leaving } from './keys.ts'
import type { Rule } from './keys.ts'
import { replicas, shortStory } from './replicas.ts'

/** Five servers and thirty keys: modulo moves four fifths of them here, the ring one fifth. */
const smallFleet = { servers: 5, keys: 30, placesEach: 8 }
const KEYS_SEED = 1

/** Every run that the deck plays, by the name of its file. */
export const traces = {
  'confirmed-too-early': () => recorded(replicas({ waiting: 'none', shoppers: 1 }), shortStory),
  'leaving-modulo': () => leavingTrace('modulo'),
  'leaving-ring': () => leavingTrace('ring'),
} as const

function leavingTrace(rule: Rule): Trace {
  return recorded(leaving(rule, KEYS_SEED, smallFleet), { seed: KEYS_SEED, runMs: 19 })
}

function recorded<M>({ run, definition }: Scenario<M>, options: RunOptions): Trace {
  const { trace } = run({ ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
