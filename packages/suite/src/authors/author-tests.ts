import { correctTests } from './correct-tests.ts'
import type { Exercise } from './exercise.ts'
import { manifestTests } from './manifest-tests.ts'
import { mutantTests } from './mutant-tests.ts'

/**
 * The tests that every exercise has for its author: the manifest, the suite and the folders agree,
 * the correct solutions keep every promise, every mutant dies where it is said to.
 */
export function authorTests<Subject>(exercise: Exercise<Subject>): void {
  manifestTests(exercise)
  correctTests(exercise)
  mutantTests(exercise)
}
