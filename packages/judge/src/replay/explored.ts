import { z } from 'zod'

/** What a row of seeds of a world came to. */
export const exploredSchema = z.object({
  /** Seeds that were run, the broken one included. */
  ran: z.number().int().nonnegative(),
  /** The first that broke a rule. */
  broken: z
    .object({
      seed: z.number().int(),
      /** The rule, and what happened. */
      rule: z.string(),
      text: z.string(),
      /** Repeats the run. */
      token: z.string(),
    })
    .nullable(),
})

export type Explored = z.infer<typeof exploredSchema>
