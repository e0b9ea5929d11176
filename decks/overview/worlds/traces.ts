import type { RunOptions, Scenario, Trace } from '@five-pillars/simulator'

import { leaving } from './keys.ts'
import type { Rule } from './keys.ts'
import { register } from './register.ts'

/** Five servers and thirty keys: modulo moves four fifths of them here, the ring one fifth. */
const smallFleet = { servers: 5, keys: 30, placesEach: 8 }
const KEYS_SEED = 1

/** The shortest of 6,000 runs in which one reader sees new and another one, later, old. */
const smallRegister: RunOptions = { seed: 2728, runMs: 100, clients: 3 }

/** Every run that the deck can play, by the name of its file. */
export const traces = {
  'leaving-modulo': () => leavingTrace('modulo'),
  'leaving-ring': () => leavingTrace('ring'),
  'register-quorums': () => recorded(register(false), smallRegister),
  'register-write-back': () => recorded(register(true), smallRegister),
} as const

function leavingTrace(rule: Rule): Trace {
  return recorded(leaving(rule, KEYS_SEED, smallFleet), { seed: KEYS_SEED, runMs: 60 })
}

function recorded<M>({ run, definition }: Scenario<M>, options: RunOptions): Trace {
  const { trace } = run({ ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
