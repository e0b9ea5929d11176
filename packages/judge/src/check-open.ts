import { existsSync } from 'node:fs'
import path from 'node:path'

import { assertCollected } from './grade/assert-collected.ts'
import { gradeOpen } from './grade/grade.ts'
import { ownFrames } from './grade/own-frames.ts'
import { JudgeError } from './judge-error.ts'
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

export interface CheckOptions extends Limits {
  exerciseDir: string
  /** The file to check; default: the learner's own, `src/<slug>.ts`. */
  subject?: string
  /** Where the process comes from; by default one is started for this file alone. */
  pool?: Pool
}

/**
 * Runs the visible suite, the way the judge runs the hidden one. The verdict is open: it says how
 * many checks were kept and grades nothing.
 *
 * @throws JudgeError when the folder holds no exercise, or a visible suite that cannot be run
 */
export function checkOpen(options: CheckOptions): Promise<Verdict> {
  return withPool(options.pool, (pool) => checkIn(pool, options))
}

async function checkIn(pool: Pool, options: CheckOptions): Promise<Verdict> {
  const startedAt = performance.now()
  const exerciseDir = path.resolve(options.exerciseDir)
  if (!existsSync(path.join(exerciseDir, 'test'))) throw new JudgeError('no-exercise', exerciseDir)
  const slug = path.basename(exerciseDir)
  const name = `src/${slug}.ts`
  const file = path.resolve(options.subject ?? path.join(exerciseDir, name))
  const header: Header = {
    exercise: slug,
    mode: 'open',
    seed: options.seed ?? DEFAULT_SEED,
    runs: options.runs ?? null,
    submission: shortPath(file, exerciseDir),
    submissionHash: await hashOf(file),
    startedAt,
  }
  const compiled = await prepare(file, header.submission, name)
  if (compiled.kind === 'refused') return refusedVerdict(header, compiled, undefined)
  const run = await runSubject(compiled, {
    ...options,
    pool,
    exerciseDir,
    name,
    suite: 'test',
    leftOut: [],
  })
  const own = ownFrames(name, compiled.map)
  assertCollected(run, own, path.join(exerciseDir, 'test'))
  return verdictOf(header, run.nonce, gradeOpen(run, own, name))
}
