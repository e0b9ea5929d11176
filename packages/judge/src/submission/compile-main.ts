/** Entry of the process in which a large submission is compiled. */
import { compile } from './compile.ts'
import type { Compiled } from './compile.ts'
import type { Refusal } from './read-submission.ts'

export interface Source {
  readonly source: string
  readonly name: string
}

export interface Outcome {
  readonly compiled: Compiled | Refusal
}

process.once('message', ({ source, name }: Source) => {
  const outcome: Outcome = { compiled: compile(source, name) }
  process.send?.(outcome, () => process.disconnect?.())
})
