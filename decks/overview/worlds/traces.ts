import type { RunOptions, Scenario, Trace } from '@five-pillars/simulator'

import { neverBackwards, register, shortStory } from './register.ts'
import { retries } from './retries.ts'
import { robots, slowRobot } from './robots.ts'

/** Every run that the deck plays, by the name of its file. */
export const traces = {
  'register-quorums': () => recorded(register(false, [neverBackwards]), shortStory),
  'register-write-back': () => recorded(register(true, [neverBackwards]), shortStory),
  retries: () => recorded(retries(), { seed: 1 }),
  'robots-race': () => recorded(robots(false), slowRobot),
  'robots-fenced': () => recorded(robots(true), slowRobot),
} as const

function recorded<M>({ run, definition }: Scenario<M>, options: RunOptions): Trace {
  const { trace } = run({ ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
