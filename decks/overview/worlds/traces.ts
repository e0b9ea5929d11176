import type { RunOptions, Scenario, Trace } from '@five-pillars/simulator'

import { register } from './register.ts'

/** The shortest of 6,000 runs in which one reader sees new and another one, later, old. */
const smallRegister: RunOptions = { seed: 2728, runMs: 100, clients: 3 }

/** Every run that the deck can play, by the name of its file. */
export const traces = {
  'register-quorums': () => recorded(register(false), smallRegister),
  'register-write-back': () => recorded(register(true), smallRegister),
} as const

function recorded<M>({ run, definition }: Scenario<M>, options: RunOptions): Trace {
  const { trace } = run({ ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
