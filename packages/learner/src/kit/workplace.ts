import type { ExerciseEntry } from '@five-pillars/content'

import type { Kit } from './open-kit.ts'

/** An exercise and where a learner works on it. */
export interface Workplace {
  readonly exercise: ExerciseEntry
  /** Absolute path of the exercise. */
  readonly dir: string
  /** Absolute path of the only file that a learner edits. */
  readonly file: string
  /** Absolute path of the brief. */
  readonly brief: string
}

/**
 * Where an exercise is worked on. The file itself need not be there.
 *
 * @throws LearnerError `unknown-exercise`, or `no-exercise-folder` with where the folder went
 */
export function workplaceOf(_kit: Kit, _slug: string): Promise<Workplace> {
  throw new Error('workplaceOf is not written yet')
}
