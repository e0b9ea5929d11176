import { z } from 'zod'

/** The answer to `GET /api/hello`: how a learner's machine tells a console from anything else. */
export const helloSchema = z.object({
  fivePillars: z.literal('console'),
  /** Version of the kit that judges. */
  kit: z.string(),
})

export type Hello = z.infer<typeof helloSchema>
