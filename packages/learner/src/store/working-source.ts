import path from 'node:path'

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
export function referenceSource({ root, disk }: Kit): WorkingSource {
  return {
    async workingVersion({ path: folder, slug }) {
      const file = path.join(root, folder, 'hidden/solution', `${slug}.ts`)
      const content = await disk.read(file)
      if (content === undefined) return undefined
      return {
        text: new TextDecoder().decode(content),
        from: 'the reference solution of this clone',
      }
    },
  }
}
