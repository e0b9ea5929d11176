import { z } from 'zod'

/** Every test and every submission is in exactly one of these states. */
export const verdictStates = [
  'passed',
  'failed',
  'threw',
  'timeout',
  'out-of-memory',
  'crashed',
  'not-deterministic',
  'does-not-compile',
  'missing-export',
  'forbidden',
  'not-run',
] as const

const stateSchema = z.enum(verdictStates)
export type VerdictState = z.infer<typeof stateSchema>

export const kindSchema = z.enum(['safety', 'liveness', 'performance'])

/** A line the learner logged, cut to 500 characters. */
const consoleSchema = z.array(z.string())

const testSchema = z.object({
  id: z.string().describe('Names of the describe blocks and the test, joined by " > ".'),
  part: z.string().nullable(),
  promise: z.string().nullable(),
  kind: kindSchema.nullable(),
  points: z.number().nonnegative(),
  earned: z.number().nonnegative(),
  state: stateSchema,
  got: z.string().nullable().describe('What happened, in words for the learner.'),
  frames: z.array(z.string()).describe('Places in the submission, innermost first.'),
  replay: z.string().nullable().describe('Token that repeats the shrunk case.'),
  traceHash: z
    .string()
    .nullable()
    .describe('Of all its simulated runs, in order; null where it simulates nothing.'),
  console: consoleSchema,
  ms: z.number().nonnegative().nullable(),
})

const promiseSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind: kindSchema,
  points: z.number().nonnegative(),
  earned: z.number().nonnegative(),
  state: stateSchema,
})

const coverageSchema = z.object({
  seeds: z.number().describe('Different worlds; shrinking runs some of them many times.'),
  delivered: z.number().describe('Messages, in all runs together.'),
  dropped: z.number(),
  partitions: z.number(),
  restarts: z.number(),
})

/** The format of `results.json`, version 1; published as `schema/results-v1.json`. */
export const verdictSchema = z.object({
  version: z.literal(1),
  exercise: z.string(),
  kit: z.string().describe('Version of the kit that judged.'),
  node: z.string(),
  mode: z.enum(['open', 'judged']),
  nonce: z.string().describe('Random text of this one run.'),
  seed: z.number().int().nonnegative(),
  runs: z.number().int().positive().nullable().describe('Cases of each property; null = default.'),
  submission: z.string().describe('The judged file, relative to the exercise where possible.'),
  submissionHash: z
    .string()
    .nullable()
    .describe('Names the content of the judged file; null when it could not be read.'),
  state: stateSchema,
  points: z.number().nonnegative(),
  total: z.number().nonnegative(),
  got: z.string().nullable().describe('What happened to the submission as a whole.'),
  frames: z.array(z.string()),
  console: consoleSchema.describe('Logged while the file was loaded.'),
  promises: z.array(promiseSchema),
  tests: z.array(testSchema),
  absentParts: z.array(z.string()).describe('Stretch parts left out: they cost nothing.'),
  coverage: coverageSchema.nullable().describe('Null where nothing was simulated.'),
  ms: z.number().nonnegative(),
})

export type Verdict = z.infer<typeof verdictSchema>
export type TestVerdict = z.infer<typeof testSchema>
export type PromiseVerdict = z.infer<typeof promiseSchema>

/** 0 passed, 1 judged and not passed, 2 nothing could be judged. */
export function verdictExitCode(verdict: Verdict): 0 | 1 | 2 {
  if (verdict.state === 'passed') return 0
  return verdict.state === 'not-run' ? 2 : 1
}
