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

/** The reference solution: of a clone, or of a kit where it has been unsealed. */
export function referenceSource({ root, disk }: Kit): WorkingSource {
  return {
    async workingVersion({ path: folder, slug }) {
      for (const [place, from] of PLACES) {
        const content = await disk.read(path.join(root, folder, place, `${slug}.ts`))
        if (content !== undefined) return { text: new TextDecoder().decode(content), from }
      }
      return undefined
    },
  }
}

const PLACES = [
  ['hidden/solution', 'the reference solution of this clone'],
  ['solution', 'the solution that was unsealed'],
] as const
