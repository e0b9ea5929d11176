import { z } from 'zod'

import { slugSchema } from './text.ts'

const promiseIdsSchema = z.array(z.string().max(80)).max(64)

/**
 * `POST /api/attempts`: what the open checks said on the learner's own machine. It tells who is stuck
 * and earns nothing, since it is the learner's word.
 */
export const attemptSchema = z.strictObject({
  exercise: slugSchema,
  kept: promiseIdsSchema,
  /** The first promise that was broken; null where all that were checked are kept. */
  broken: z.string().max(80).nullable(),
  /** Hints seen so far, 0 to 3. */
  hints: z.number().int().min(0).max(3),
})

export type Attempt = z.infer<typeof attemptSchema>
