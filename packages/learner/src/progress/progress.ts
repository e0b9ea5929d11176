import { z } from 'zod'

const time = z.number().int().nonnegative()
const count = z.number().int().nonnegative()

/** What a learner has done with one exercise. Times are milliseconds since 1970. */
const exerciseSchema = z.object({
  firstCheckedAt: time.nullable(),
  lastCheckedAt: time.nullable(),
  checks: count,
  /** Open checks at the best check so far, of the learner's own code. */
  best: z.object({ kept: count, of: count }).nullable(),
  /** When all open checks were kept for the first time, by code of the learner's own. */
  passedAt: time.nullable(),
  /** What a judge graded, at its best. */
  graded: z.object({ points: count, total: count }).nullable(),
  /** The highest hint that was shown of each part; of the whole exercise under ''. */
  hints: z.record(z.string(), count),
  /** When a working version was put in place. */
  caughtUpAt: time.nullable(),
  /** Of that version: what passes with it is not the learner's own. */
  caughtUpHash: z.string().nullable(),
  /** It counts while it is later than the last check. */
  skippedAt: time.nullable(),
})
export type ExerciseProgress = Readonly<z.infer<typeof exerciseSchema>>

const milestoneSchema = z.object({ id: z.string(), at: time })
export type ReachedMilestone = Readonly<z.infer<typeof milestoneSchema>>

/** The one readable file, `.five-pillars/progress.json`. */
export const progressSchema = z.object({
  version: z.literal(1),
  /** Id of a learning path; null until one is chosen: then it is the order of the day. */
  path: z.string().nullable(),
  pathAt: time.nullable(),
  /** The exercise that was worked on last. */
  current: z.string().nullable(),
  currentAt: time.nullable(),
  exercises: z.record(z.string(), exerciseSchema),
  milestones: z.array(milestoneSchema).readonly(),
})
export type Progress = Readonly<z.infer<typeof progressSchema>>

export const noProgress: Progress = {
  version: 1,
  path: null,
  pathAt: null,
  current: null,
  currentAt: null,
  exercises: {},
  milestones: [],
}

export const untouched: ExerciseProgress = {
  firstCheckedAt: null,
  lastCheckedAt: null,
  checks: 0,
  best: null,
  passedAt: null,
  graded: null,
  hints: {},
  caughtUpAt: null,
  caughtUpHash: null,
  skippedAt: null,
}
