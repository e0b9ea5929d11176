/** What a learner has done with one exercise. Times are milliseconds since 1970. */
export interface ExerciseProgress {
  readonly firstCheckedAt: number | null
  readonly lastCheckedAt: number | null
  readonly checks: number
  /** Open checks at the best check so far. */
  readonly best: { readonly kept: number; readonly of: number } | null
  /** When all open checks were kept for the first time, by code of the learner's own. */
  readonly passedAt: number | null
  /** What a host or a clone graded, at its best. */
  readonly graded: { readonly points: number; readonly total: number } | null
  /** The highest hint that was shown of each part; of a brief without parts under ''. */
  readonly hints: Readonly<Record<string, number>>
  /** When a working version was put in place. */
  readonly caughtUpAt: number | null
  readonly skippedAt: number | null
}

export interface ReachedMilestone {
  readonly id: string
  readonly at: number
}

/** The one readable file, `.five-pillars/progress.json`. */
export interface Progress {
  readonly version: 1
  /** Id of a learning path; null until one is chosen: then it is the order of the day. */
  readonly path: string | null
  /** The exercise that was worked on last. */
  readonly current: string | null
  readonly exercises: Readonly<Record<string, ExerciseProgress>>
  readonly milestones: readonly ReachedMilestone[]
}
