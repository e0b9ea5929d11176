import * as complement from './alternatives/complement.ts'
import * as twoFurther from './mutants/two-further.ts'
import * as solution from './solution/my-exercise.ts'
import type { Subject } from './suite/checks.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'complement.ts': complement,
}

const mutants: Record<string, Subject> = {
  'two-further.ts': twoFurther,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-my-exercise-subjects.ts: ${file} is not in the table`)
}
