import type { ExerciseEntry } from '@five-pillars/content'

/** Where a learner is, as the learner's own package tells it. */
export interface LearnerStanding {
  /** The path, or null for the order of the day. */
  readonly path: { readonly title: string } | null
  readonly stations: readonly {
    readonly exercise: ExerciseEntry
    readonly state: 'open' | 'begun' | 'passed' | 'caught-up' | 'skipped'
    readonly done: {
      readonly best: { readonly kept: number; readonly of: number } | null
      readonly graded: { readonly points: number; readonly total: number } | null
    } | null
  }[]
  readonly current: ExerciseEntry
  /** Exercises whose open checks the learner's own code kept. */
  readonly passed: number
  readonly milestones: readonly {
    readonly id: string
    readonly title: string
    readonly reachedAt: number | null
  }[]
}
