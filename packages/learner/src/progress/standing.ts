import type { ExerciseEntry } from '@five-pillars/content'

import type { ExerciseProgress, Progress } from './progress.ts'

/** One exercise of the path, and how far the learner is with it. */
export interface Station {
  readonly exercise: ExerciseEntry
  readonly state: 'open' | 'begun' | 'passed' | 'caught-up' | 'skipped'
  readonly done: ExerciseProgress | null
}

/** Where a learner is: what a screen shows above everything else. */
export interface Standing {
  /** The path, or null for the order of the day. */
  readonly path: { readonly id: string; readonly title: string } | null
  readonly stations: readonly Station[]
  /** What comes after the current one, or what was skipped; null when all is done. */
  readonly next: ExerciseEntry | null
  /** Exercises whose open checks the learner's own code kept. */
  readonly passed: number
  readonly milestones: readonly {
    readonly id: string
    readonly title: string
    readonly reachedAt: number | null
  }[]
}

export function standing(_progress: Progress): Standing {
  throw new Error('standing is not written yet')
}
