import path from 'node:path'

import { assertCollected } from './grade/assert-collected.ts'
import { grade } from './grade/grade.ts'
import { missingExports, testsWithout } from './grade/missing-exports.ts'
import { ownFrames } from './grade/own-frames.ts'
import { loadManifest } from './manifest.ts'
import { refusedVerdict, verdictOf } from './make-verdict.ts'
import type { Header } from './make-verdict.ts'
import { withPool } from './run/pool.ts'
import type { Pool } from './run/pool.ts'
import { DEFAULT_SEED, runSubject } from './run-subject.ts'
import type { Limits } from './run-subject.ts'
import { shortPath } from './short-path.ts'
import { hashOf } from './submission/hash-of.ts'
import { prepare } from './submission/prepare.ts'
import type { Verdict } from './verdict.ts'

const HIDDEN_SUITE = 'hidden/suite'

export interface JudgeOptions extends Limits {
  exerciseDir: string
  /** The file to judge; absolute, or relative to the working directory. */
  submission: string
  /** Where the process comes from; by default one is started for this submission alone. */
  pool?: Pool
}

/**
 * Judges a submission with the hidden suite of an exercise, in a process of its own that is killed
 * hard in the end. A submission can do what it likes: there is always a verdict.
 *
 * @throws JudgeError when the exercise is damaged: it has no manifest, or one that breaks its rules,
 * no suite, or one that cannot be run; that says nothing about the submission
 */
export async function judge(options: JudgeOptions): Promise<Verdict> {
  const { verdict } = await judgeWithSuite(options)
  return verdict
}

export interface JudgedSuite {
  verdict: Verdict
  /** Tests that the suite has and the manifest does not know: nobody would be graded by them. */
  unlisted: string[]
}

export interface AuthorsOptions extends JudgeOptions {
  /** Without a border between submission and suite, as authors run it; default false. */
  isDirect?: boolean
}

/** Judges, and also tells what an author wants to know about the suite. */
export function judgeWithSuite(options: AuthorsOptions): Promise<JudgedSuite> {
  return withPool(options.pool, (pool) => judgeIn(pool, options))
}

async function judgeIn(pool: Pool, options: AuthorsOptions): Promise<JudgedSuite> {
  const startedAt = performance.now()
  const exerciseDir = path.resolve(options.exerciseDir)
  const manifest = await loadManifest(exerciseDir)
  const file = path.resolve(options.submission)
  const name = `src/${manifest.slug}.ts`
  const header: Header = {
    exercise: manifest.slug,
    mode: 'judged',
    seed: options.seed ?? DEFAULT_SEED,
    runs: options.runs ?? null,
    submission: shortPath(file, exerciseDir),
    submissionHash: await hashOf(file),
    startedAt,
  }
  const compiled = await prepare(file, header.submission, name)
  if (compiled.kind === 'refused') {
    return { verdict: refusedVerdict(header, compiled, manifest), unlisted: [] }
  }
  const unknown = Object.fromEntries(compiled.exports.map((exported) => [exported, 'unknown']))
  const before = missingExports(manifest, unknown, header.submission)
  const run = await runSubject(compiled, {
    ...options,
    pool,
    exerciseDir,
    name,
    suite: HIDDEN_SUITE,
    leftOut: testsWithout(manifest, before),
  })
  const types = run.loading.kind === 'loaded' ? run.loading.types : unknown
  const missing = missingExports(manifest, types, header.submission)
  const own = ownFrames(name, compiled.map)
  // A suite may well stumble over an export that is not there: then that is what is wrong.
  if (missing.parts.size === 0) assertCollected(run, own, path.join(exerciseDir, HIDDEN_SUITE))
  const graded = grade(manifest, run, missing, own)
  const listed = new Set(manifest.tests.map((test) => test.id))
  return {
    verdict: verdictOf(header, run.nonce, graded),
    unlisted: [...run.tests.keys()].filter((test) => !listed.has(test)),
  }
}
