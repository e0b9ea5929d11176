import { existsSync } from 'node:fs'
import path from 'node:path'

import { gradeOpen } from './grade/grade.ts'
import { ownFrames } from './grade/own-frames.ts'
import { JudgeError } from './judge-error.ts'
import { DEFAULT_SEED, SUBMISSION_TIMEOUT_MS, TEST_TIMEOUT_MS } from './judge.ts'
import { refusedVerdict, verdictOf } from './make-verdict.ts'
import type { Header } from './make-verdict.ts'
import { runSuite } from './run/run-suite.ts'
import { shortPath } from './short-path.ts'
import { prepare } from './submission/prepare.ts'
import type { Verdict } from './verdict.ts'

export interface CheckOptions {
  exerciseDir: string
  /** The file to check; default: the learner's own, `src/<slug>.ts`. */
  subject?: string
  /** Seed of all properties; default 5. */
  seed?: number
  /** Cases of each property; default: the suite's own number. */
  runs?: number
  /** Limit of the whole run in milliseconds; default 9,000. */
  timeoutMs?: number
  /** Limit of one test in milliseconds; default 4,000. */
  testTimeoutMs?: number
}

/**
 * Runs the visible suite, the way the judge runs the hidden one. The verdict is open: it says how
 * many checks were kept and grades nothing.
 *
 * @throws JudgeError when the folder holds no exercise
 */
export async function checkOpen(options: CheckOptions): Promise<Verdict> {
  const startedAt = performance.now()
  const exerciseDir = path.resolve(options.exerciseDir)
  if (!existsSync(path.join(exerciseDir, 'test'))) throw new JudgeError('no-exercise', exerciseDir)
  const slug = path.basename(exerciseDir)
  const name = `src/${slug}.ts`
  const file = path.resolve(options.subject ?? path.join(exerciseDir, name))
  const seed = options.seed ?? DEFAULT_SEED
  const testTimeoutMs = options.testTimeoutMs ?? TEST_TIMEOUT_MS
  const header: Header = {
    exercise: slug,
    mode: 'open',
    seed,
    runs: options.runs ?? null,
    submission: shortPath(file, exerciseDir),
    startedAt,
  }
  const compiled = await prepare(file, header.submission, name)
  if (compiled.kind === 'refused') return refusedVerdict(header, compiled, undefined)
  const run = await runSuite({
    job: {
      root: exerciseDir,
      include: ['test/**/*.test.ts'],
      code: compiled.code,
      name,
      exports: [...compiled.exports],
      leftOut: [],
      testTimeoutMs,
    },
    seed,
    runs: options.runs,
    timeoutMs: options.timeoutMs ?? SUBMISSION_TIMEOUT_MS,
    silenceMs: testTimeoutMs + 1000,
  })
  return verdictOf(header, run.nonce, gradeOpen(run, ownFrames(name, compiled.map)))
}
