import type { ExerciseEntry } from '@five-pillars/content'

import type { Kit } from '../kit/open-kit.ts'

export interface WorkingVersion {
  readonly text: string
  /** Where it comes from, in words for the learner. */
  readonly from: string
}

/** Where a working version of an exercise comes from: a clone, a sealed file of the kit, the host. */
export interface WorkingSource {
  /** @returns undefined where this source has none of that exercise */
  workingVersion(exercise: ExerciseEntry): Promise<WorkingVersion | undefined>
}

/** The reference solutions of a clone; a kit has none. */
export function referenceSource(_kit: Kit): WorkingSource {
  throw new Error('referenceSource is not written yet')
}
