import { z } from 'zod'

import { progressSchema } from './progress.ts'

const count = z.number().int().nonnegative()
const of = { exercise: z.string(), at: count }

/** One thing that a learner did; all progress is made of them. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    ...of,
    /** Of the text that was checked, as its version is called. */
    hash: z.string(),
    kept: count,
    of: count,
    isPassed: z.boolean(),
    /** It was checked along with others, and is not what is worked on. */
    isAside: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('hint'), ...of, part: z.string(), level: count }),
  z.object({ kind: z.literal('opened'), ...of }),
  z.object({ kind: z.literal('skipped'), ...of }),
  /** The text with this hash is not the learner's own. */
  z.object({ kind: z.literal('caught-up'), ...of, hash: z.string() }),
  z.object({ kind: z.literal('graded'), ...of, points: count, total: count }),
  z.object({ kind: z.literal('path'), at: count, path: z.string() }),
  /** What another machine knew. */
  z.object({ kind: z.literal('merged'), at: count, progress: progressSchema }),
])

export type LearnerEvent = z.infer<typeof eventSchema>

/** An event that does not know yet when it happened. */
export type Happening = LearnerEvent extends infer Event
  ? Event extends LearnerEvent
    ? Omit<Event, 'at'>
    : never
  : never
