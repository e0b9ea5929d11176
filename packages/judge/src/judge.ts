import path from 'node:path'

import { grade } from './grade/grade.ts'
import { missingExports, testsWithout } from './grade/missing-exports.ts'
import { ownFrames } from './grade/own-frames.ts'
import { loadManifest } from './manifest.ts'
import { refusedVerdict, verdictOf } from './make-verdict.ts'
import type { Header } from './make-verdict.ts'
import { runSuite } from './run/run-suite.ts'
import { shortPath } from './short-path.ts'
import { prepare } from './submission/prepare.ts'
import type { Verdict } from './verdict.ts'

/** Any fixed number will do: two verdicts on one file must agree. */
export const DEFAULT_SEED = 5

/** A verdict comes within ten seconds: this leaves one for the command around it. */
export const SUBMISSION_TIMEOUT_MS = 9000

/** No honest test is silent for so long. */
export const TEST_TIMEOUT_MS = 4000

export interface JudgeOptions {
  exerciseDir: string
  /** The file to judge; absolute, or relative to the working directory. */
  submission: string
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
 * Judges a submission with the hidden suite of an exercise, in a process of its own that is killed
 * hard in the end. A submission can do what it likes: there is always a verdict.
 *
 * @throws JudgeError when the exercise has no manifest, or one that breaks its rules
 */
export async function judge(options: JudgeOptions): Promise<Verdict> {
  const startedAt = performance.now()
  const exerciseDir = path.resolve(options.exerciseDir)
  const manifest = await loadManifest(exerciseDir)
  const file = path.resolve(options.submission)
  const name = `src/${manifest.slug}.ts`
  const seed = options.seed ?? DEFAULT_SEED
  const header: Header = {
    exercise: manifest.slug,
    mode: 'judged',
    seed,
    runs: options.runs ?? null,
    submission: shortPath(file, exerciseDir),
    startedAt,
  }
  const compiled = await prepare(file, header.submission, name)
  if (compiled.kind === 'refused') return refusedVerdict(header, compiled, manifest)
  const unknown = Object.fromEntries(compiled.exports.map((exported) => [exported, 'unknown']))
  const before = missingExports(manifest, unknown, header.submission)
  const leftOut = testsWithout(manifest, before)
  const run = await runSuite({
    job: {
      root: exerciseDir,
      include: ['hidden/suite/**/*.test.ts'],
      code: compiled.code,
      name,
      exports: [...compiled.exports],
      leftOut,
      testTimeoutMs: options.testTimeoutMs ?? TEST_TIMEOUT_MS,
    },
    seed,
    runs: options.runs,
    timeoutMs: options.timeoutMs ?? SUBMISSION_TIMEOUT_MS,
    silenceMs: (options.testTimeoutMs ?? TEST_TIMEOUT_MS) + 1000,
  })
  const types = run.loading.kind === 'loaded' ? run.loading.types : unknown
  const missing = missingExports(manifest, types, header.submission)
  return verdictOf(header, run.nonce, grade(manifest, run, missing, ownFrames(name, compiled.map)))
}
