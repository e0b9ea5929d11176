import { z } from 'zod'

/** The body of every answer that is not 2xx: what was wrong, the rule, and the way out. */
export const refusalSchema = z.object({
  code: z.enum([
    'bad-request',
    'too-large',
    'wrong-type',
    'wrong-method',
    'not-allowed',
    'unknown',
    'wrong-code',
    'room-full',
    'nickname-taken',
    'too-many-requests',
    'conflict',
    'disk-full',
    'not-ready',
    'failed',
  ]),
  message: z.string(),
  /** Seconds after which it may be tried again, where waiting helps. */
  retryAfter: z.number().int().positive().optional(),
})

export type Refusal = z.infer<typeof refusalSchema>
