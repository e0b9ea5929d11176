import type { Trace } from '@five-pillars/simulator'

import { budget, onePress } from './budget.ts'
import type { Rule } from './budget.ts'

/** Every run that the deck plays and records itself, by the name of its file. */
export const traces = {
  'film-everywhere': () => recorded('everywhere'),
  'film-nearby': () => recorded('nearby'),
} as const

function recorded(rule: Rule): Trace {
  const { trace } = budget(rule).run({ ...onePress, full: true })
  if (trace === null) throw new Error(`the film of rule ${rule} kept no trace`)
  return trace
}
