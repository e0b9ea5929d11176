import { z } from 'zod'

import { MAX_SOURCE_LENGTH } from './limits.ts'
import { slugSchema } from './text.ts'

/** The answer to `GET /api/solutions/<exercise>`, once the host has released it. */
export const solutionSchema = z.object({
  exercise: slugSchema,
  /** The whole file, as it is put in the place of the learner's. */
  source: z.string().max(MAX_SOURCE_LENGTH),
})

export type Solution = z.infer<typeof solutionSchema>
