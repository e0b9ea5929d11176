import { suiteScripts } from './bundle/suite-scripts.ts'
import { runInProcess } from './run/run-in-process.ts'
import type { Pool } from './run/pool.ts'
import type { EndedRun } from './run/run-in-process.ts'
import type { Compiled } from './submission/compile.ts'

/** Any fixed number will do: two verdicts on one file must agree. */
export const DEFAULT_SEED = 5

/** A verdict comes within ten seconds on an idle machine: this leaves one for the command. */
const SUBMISSION_TIMEOUT_MS = 9000

/** No honest call takes so long: a handler, a pick, a decision. */
export const CALL_TIMEOUT_MS = 250

/** No honest suite thinks for so long. */
const TEST_TIMEOUT_MS = 4000

/** What a run may take, and what it starts from. */
export interface Limits {
  /** Seed of all properties; default 5. */
  seed?: number
  /** Cases of each property; default: the suite's own number. */
  runs?: number
  /** Limit of the whole run, in milliseconds of processor time; default 9,000. */
  timeoutMs?: number
  /** Limit of one call into the submission, in milliseconds of processor time; default 250. */
  callTimeoutMs?: number
  /** Limit of what a suite does between two calls, in processor time; default 4,000. */
  testTimeoutMs?: number
}

export interface SubjectOptions extends Limits {
  pool: Pool
  exerciseDir: string
  /** What the frames of the submission are called. */
  name: string
  /** Folder of the suite, relative to the exercise. */
  suite: 'hidden/suite' | 'test'
  /** Tests that are not run, by full name. */
  leftOut: string[]
  /** Without a border between submission and suite; default false. */
  isDirect?: boolean | undefined
}

/** Runs one suite of an exercise with a compiled submission as its `#subject`. */
export async function runSubject(compiled: Compiled, options: SubjectOptions): Promise<EndedRun> {
  return runInProcess({
    pool: options.pool,
    job: {
      ...(await suiteScripts(options.exerciseDir, options.suite)),
      code: compiled.code,
      name: options.name,
      task: {
        kind: 'suite',
        seed: options.seed ?? DEFAULT_SEED,
        runs: options.runs ?? null,
        leftOut: options.leftOut,
      },
      isDirect: options.isDirect ?? false,
      callTimeoutMs: options.callTimeoutMs ?? CALL_TIMEOUT_MS,
      testTimeoutMs: options.testTimeoutMs ?? TEST_TIMEOUT_MS,
      runTimeoutMs: options.timeoutMs ?? SUBMISSION_TIMEOUT_MS,
    },
  })
}
