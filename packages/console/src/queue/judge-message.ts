import { verdictSchema } from '@five-pillars/judge'
import { z } from 'zod'

const jobId = z.number().int().nonnegative()

/** What the console asks its judge for. */
export const askedSchema = z.object({
  kind: z.literal('judge'),
  job: jobId,
  slug: z.string(),
  exerciseDir: z.string(),
  source: z.string(),
})

/** What the judge answers. */
export const answeredSchema = z.discriminatedUnion('kind', [
  /** It is there, before it is asked for anything. */
  z.object({ kind: z.literal('begun') }),
  z.object({ kind: z.literal('judged'), job: jobId, verdict: verdictSchema }),
  /** The exercise is damaged: that says nothing about the submission. */
  z.object({ kind: z.literal('damaged'), job: jobId, why: z.string() }),
  /** The judge could not work just now: the disk is full, for example. */
  z.object({ kind: z.literal('failed'), job: jobId, why: z.string() }),
])

export type Asked = z.infer<typeof askedSchema>
export type Answered = z.infer<typeof answeredSchema>
