import { z } from 'zod'

import { MAX_SOURCE_LENGTH } from './limits.ts'
import { instantSchema, slugSchema } from './text.ts'

/** Made by the learner's machine: the same one sent again is the same submission. */
export const submissionIdSchema = z.uuid()

/** `POST /api/submissions` */
export const submitSchema = z.strictObject({
  id: submissionIdSchema,
  exercise: slugSchema,
  source: z
    .string()
    .max(MAX_SOURCE_LENGTH, 'The file is too long to be judged.')
    .refine((text) => text.isWellFormed(), 'The file is not text: it has half characters.'),
  /** Version of the kit that it was written in. */
  kit: z.string().max(64),
})

/** A promise of a verdict, as a learner is told it. */
const toldPromiseSchema = z.object({
  id: z.string(),
  text: z.string(),
  state: z.string(),
  points: z.number().nonnegative(),
  earned: z.number().nonnegative(),
})

/** What a learner is told of a verdict: never a hidden test's name. */
export const toldVerdictSchema = z.object({
  state: z.string(),
  points: z.number().nonnegative(),
  total: z.number().nonnegative(),
  promises: z.array(toldPromiseSchema),
  /** The first broken promise and its smallest run, as the terminal shows it, without colours. */
  text: z.string(),
  /** Of the first broken promise; null where nothing can be replayed. */
  replay: z.string().nullable(),
})

/**
 * Where a submission is. `superseded`: a newer one of the same learner and exercise came before it
 * was judged. `not-judged`: the exercise itself is damaged, which says nothing about the learner.
 */
export const submissionStandingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting'), place: z.number().int().positive() }),
  z.object({ kind: z.literal('judging') }),
  z.object({ kind: z.literal('judged'), verdict: toldVerdictSchema }),
  z.object({ kind: z.literal('superseded'), by: submissionIdSchema }),
  z.object({ kind: z.literal('not-judged'), why: z.string() }),
])

/** The answer to `POST /api/submissions`, once it is on the disk, and to `GET /api/submissions/<id>`. */
export const submissionSchema = z.object({
  id: submissionIdSchema,
  exercise: slugSchema,
  sentAt: instantSchema,
  standing: submissionStandingSchema,
})

export type Submission = z.infer<typeof submissionSchema>
export type SubmissionStanding = z.infer<typeof submissionStandingSchema>
export type ToldVerdict = z.infer<typeof toldVerdictSchema>
