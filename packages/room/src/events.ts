import { z } from 'zod'

import { submissionSchema, submissionIdSchema } from './submission.ts'
import { instantSchema, slugSchema } from './text.ts'

/** The block of the day that runs. */
export const nowSchema = z.object({
  title: z.string(),
  kind: z.enum(['deck', 'exercise', 'break', 'talk']),
  /** Deck or exercise, where the block has one. */
  slug: slugSchema.nullable(),
  /** When it ends; null while the day is paused or has not begun. */
  endsAt: instantSchema.nullable(),
  isPaused: z.boolean(),
})

/** What the host gave to the room or to this learner: a hint's level, or the working version. */
export const releaseSchema = z.object({
  kind: z.enum(['hint', 'solution']),
  exercise: slugSchema,
  /** 1 to 3 for a hint, null for a solution. */
  level: z.number().int().min(1).max(3).nullable(),
})

/** What the host said to everybody. */
export const announcementSchema = z.object({ text: z.string(), at: instantSchema })

/** The host asks whether a submission may be shown with its learner's name. */
export const askedSchema = z.object({ submission: submissionIdSchema, exercise: slugSchema })

/**
 * What `GET /api/events` tells a learner's machine, as server-sent events whose data is one of these
 * as JSON. The first one is always `welcome`, with all that is true now: whoever was away for a while
 * needs nothing from before.
 */
export const learnerEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('welcome'),
    now: nowSchema.nullable(),
    isHandRaised: z.boolean(),
    /** The newest one of each exercise. */
    submissions: z.array(submissionSchema),
    releases: z.array(releaseSchema),
    /** The newest ones, oldest first. */
    announcements: z.array(announcementSchema),
    /** Questions of the host that wait for an answer. */
    asked: z.array(askedSchema),
  }),
  z.object({ kind: z.literal('now'), now: nowSchema.nullable() }),
  z.object({ kind: z.literal('submission'), submission: submissionSchema }),
  announcementSchema.extend({ kind: z.literal('announcement') }),
  z.object({ kind: z.literal('release'), release: releaseSchema }),
  z.object({ kind: z.literal('hand'), isRaised: z.boolean() }),
  askedSchema.extend({ kind: z.literal('may-i-show') }),
  /** The token is no longer good: its learner left, another laptop took over, or the host ended it. */
  z.object({
    kind: z.literal('gone'),
    why: z.enum(['left', 'elsewhere', 'removed', 'forgotten']),
  }),
])

export type Announcement = z.infer<typeof announcementSchema>
export type Asked = z.infer<typeof askedSchema>
export type LearnerEvent = z.infer<typeof learnerEventSchema>
export type Now = z.infer<typeof nowSchema>
export type Release = z.infer<typeof releaseSchema>
