import { verdictSchema } from '@five-pillars/judge'
import { z } from 'zod'

const jobId = z.number().int().nonnegative()

/** What the console asks its judge for. */
export const askedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('judge'),
    job: jobId,
    slug: z.string(),
    exerciseDir: z.string(),
    source: z.string(),
  }),
  /** What happened in a run, for a player. */
  z.object({
    kind: z.literal('trace'),
    job: jobId,
    slug: z.string(),
    exerciseDir: z.string(),
    source: z.string(),
    token: z.string(),
  }),
  /** A day of the shop that some learners' parts make. */
  z.object({
    kind: z.literal('game-day'),
    job: jobId,
    exerciseDir: z.string(),
    seed: z.number().int().nonnegative(),
    /** Null: the values as the exercise comes with them. */
    tuning: z.string().nullable(),
    parts: z.array(
      z.object({
        slug: z.string(),
        exerciseDir: z.string(),
        /** Null: nobody's, so that the reference stands in. */
        source: z.string().nullable(),
      }),
    ),
  }),
])

const playedSchema = z.object({
  kind: z.literal('played'),
  total: z.number(),
  inTime: z.number(),
  recovery: z.number(),
  scaling: z.number(),
  pages: z.number(),
  lost: z.number(),
  stopped: z.string().nullable(),
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
  /** Null where nothing was simulated. */
  z.object({ kind: z.literal('traced'), job: jobId, trace: z.unknown() }),
  z.object({
    kind: z.literal('day'),
    job: jobId,
    result: z.union([playedSchema, z.object({ kind: z.literal('refused'), why: z.string() })]),
  }),
])

export type Asked = z.infer<typeof askedSchema>
export type Answered = z.infer<typeof answeredSchema>
