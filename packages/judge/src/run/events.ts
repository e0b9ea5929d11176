import { z } from 'zod'

import { playedSchema } from '../game-day/played.ts'
import { exploredSchema } from '../replay/explored.ts'
import { calledSchema, replayedSchema } from '../replay/replayed.ts'

/** An error as it crosses from the thread of the tests to the parent: text only. */
export interface ThrownText {
  name: string
  message: string
  stack: string
  cause?: ThrownText | undefined
  /** Token of the simulated run that it tells of. */
  replay?: string | undefined
  /** What the failing case called, as JSON. */
  calls?: string | undefined
}

/** Far more than a token of a shrunk run has. */
const REPLAY_MAX = 8000
const CALLS_MAX = 100_000

const thrownSchema: z.ZodType<ThrownText> = z.object({
  name: z.string(),
  message: z.string(),
  stack: z.string(),
  cause: z.lazy(() => thrownSchema).optional(),
  // It ends in a command to be copied: nothing else may be in it than what tokens are made of.
  replay: z
    .string()
    .max(REPLAY_MAX)
    .regex(/^[\w-]+\.[\w-]+$/)
    .optional()
    .catch(undefined),
  calls: z.string().max(CALLS_MAX).optional().catch(undefined),
})

/** What the simulated runs of one test came to. */
const worldsSchema = z.object({
  /** Worlds that no test before it has run. */
  seeds: z.number(),
  delivered: z.number(),
  dropped: z.number(),
  partitions: z.number(),
  restarts: z.number(),
  /** Of each run, one after the other. */
  hashes: z.array(z.string()),
})
export type Worlds = z.infer<typeof worldsSchema>

/** What the realm of the tests tells the process around it, as it happens. */
const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loading') }),
  z.object({ kind: z.literal('loaded'), types: z.record(z.string(), z.string()) }),
  z.object({
    kind: z.literal('load-failed'),
    reason: z.enum(['threw', 'timeout', 'does-not-compile']),
    error: thrownSchema,
  }),
  z.object({
    kind: z.literal('collected'),
    tests: z.array(z.string()),
    /** Test files that could not be collected. */
    broken: z.array(z.object({ file: z.string(), error: thrownSchema })),
  }),
  z.object({ kind: z.literal('started'), test: z.string() }),
  z.object({ kind: z.literal('console'), test: z.string().nullable(), text: z.string() }),
  z.object({
    kind: z.literal('finished'),
    test: z.string(),
    state: z.enum(['passed', 'failed', 'skipped']),
    errors: z.array(thrownSchema),
    worlds: worldsSchema.optional(),
    /** What the test asked for that the submission does not export. */
    absent: z.array(z.string()).default([]),
    ms: z.number(),
  }),
  z.object({
    kind: z.literal('end'),
    /** State of each test as vitest counted it: the second source beside the reports. */
    tests: z.record(z.string(), z.string()),
    errors: z.array(thrownSchema),
  }),
  z.object({ kind: z.literal('replayed'), replayed: replayedSchema }),
  z.object({ kind: z.literal('explored'), explored: exploredSchema }),
  z.object({ kind: z.literal('called'), called: calledSchema }),
  z.object({ kind: z.literal('played'), played: playedSchema }),
])

export type SuiteReport = z.infer<typeof reportSchema>

/** What the process around the isolate says by itself. */
const ownSchemas = [
  z.object({ kind: z.literal('out-of-memory') }),
  /** A call, a test or the loading takes too long, or waits for something that never comes. */
  z.object({
    kind: z.literal('stopped'),
    limit: z.enum(['call', 'test', 'whole', 'never']),
    ms: z.number(),
  }),
] as const

/** One message of the child to its parent. Whoever does not know the nonce is not heard. */
export const eventSchema = z.object({
  nonce: z.string(),
  event: z.discriminatedUnion('kind', [...reportSchema.options, ...ownSchemas]),
})

export type ChildEvent = z.infer<typeof eventSchema>['event']
