import type { Kit } from '../kit/open-kit.ts'
import type { Progress } from './progress.ts'

export interface ReadProgress {
  readonly progress: Progress
  /** Where a damaged file was kept aside; its content was then rebuilt from the journal. */
  readonly keptAside: string | null
}

/** Never throws for a file that is damaged: that is kept aside and rebuilt. */
export function readProgress(_kit: Kit): Promise<ReadProgress> {
  throw new Error('readProgress is not written yet')
}

/** @throws LearnerError `unknown-path`, naming the paths there are */
export function choosePath(_kit: Kit, _id: string): Promise<Progress> {
  throw new Error('choosePath is not written yet')
}

/** The exercise is worked on now. */
export function noteOpened(_kit: Kit, _slug: string): Promise<Progress> {
  throw new Error('noteOpened is not written yet')
}

/** The exercise is left for later; working on it again takes that back. */
export function skip(_kit: Kit, _slug: string): Promise<Progress> {
  throw new Error('skip is not written yet')
}

/** A judge has graded the exercise. */
export function noteGraded(
  _kit: Kit,
  _slug: string,
  _graded: { points: number; total: number },
): Promise<Progress> {
  throw new Error('noteGraded is not written yet')
}
