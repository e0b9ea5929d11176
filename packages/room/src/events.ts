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

/** What the host says to everybody. */
const announcementSchema = z.object({ text: z.string(), at: instantSchema })

/** Whether a run may be shown to the room with the learner's name. */
const showQuestionSchema = z.object({ submission: submissionIdSchema, exercise: slugSchema })

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
    /** The newest announcement that the host has not taken down. */
    announcement: announcementSchema.nullable(),
    /** Questions for leave to show that are not answered yet. */
    mayIShow: z.array(showQuestionSchema),
  }),
  z.object({ kind: z.literal('now'), now: nowSchema.nullable() }),
  z.object({ kind: z.literal('submission'), submission: submissionSchema }),
  z.object({ kind: z.literal('announcement'), ...announcementSchema.shape }),
  z.object({ kind: z.literal('release'), release: releaseSchema }),
  z.object({ kind: z.literal('hand'), isRaised: z.boolean() }),
  z.object({ kind: z.literal('may-i-show'), ...showQuestionSchema.shape }),
  /** The token is no longer good: another laptop took over, or the host ended the day. */
  z.object({ kind: z.literal('gone'), why: z.enum(['elsewhere', 'removed', 'forgotten']) }),
])

export type LearnerEvent = z.infer<typeof learnerEventSchema>
export type Now = z.infer<typeof nowSchema>
export type Release = z.infer<typeof releaseSchema>
