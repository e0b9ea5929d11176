import path from 'node:path'

import { worldScripts } from '../bundle/suite-scripts.ts'
import { CALL_TIMEOUT_MS } from '../run-subject.ts'
import { createPool } from '../run/pool.ts'
import { runInProcess } from '../run/run-in-process.ts'
import type { EndedRun } from '../run/run-in-process.ts'
import { shortPath } from '../short-path.ts'
import { prepare } from '../submission/prepare.ts'
import type { Replayed } from './replayed.ts'

/** A run of a token takes milliseconds: longer is a submission that does not end. */
const TIMEOUT_MS = 8000

export interface ReplayOptions {
  exerciseDir: string
  /** The file whose run is replayed; default: the learner's own, `src/<slug>.ts`. */
  subject?: string
  token: string
  /** Columns of the terminal that the story is for; default 80. */
  columns?: number
}

/** Runs the world of a replay token again with a submission, in a process that can be killed. */
export async function replayRun(options: ReplayOptions): Promise<Replayed> {
  const exerciseDir = path.resolve(options.exerciseDir)
  const slug = path.basename(exerciseDir)
  const name = `src/${slug}.ts`
  const file = path.resolve(options.subject ?? path.join(exerciseDir, name))
  const compiled = await prepare(file, shortPath(file, exerciseDir), name)
  if (compiled.kind === 'refused') return refused(compiled.got)
  const scripts = await worldScripts(exerciseDir)
  if (scripts === undefined) {
    const text = `"${slug}" has no simulated world: there is nothing to replay.`
    return refused(text, 'exercise')
  }
  const { token, columns = 80 } = options
  return answerOf(
    await runInProcess({
      pool: createPool(0),
      job: {
        ...scripts,
        code: compiled.code,
        name,
        isDirect: false,
        task: { kind: 'replay', slug, token, columns },
        callTimeoutMs: CALL_TIMEOUT_MS,
        testTimeoutMs: TIMEOUT_MS,
        runTimeoutMs: TIMEOUT_MS,
      },
    }),
  )
}

function answerOf({ replayed, loading, ending, limit, errors }: EndedRun): Replayed {
  if (replayed !== undefined) return replayed
  if (loading.kind === 'failed') {
    return refused(`The file does not load: ${loading.error.message}`)
  }
  if (ending === 'timeout') {
    const seconds = (limit?.ms ?? TIMEOUT_MS) / 1000
    return refused(`The run did not end within ${seconds} s: is there an endless loop?`)
  }
  if (ending === 'out-of-memory') return refused('The run used up its memory.')
  const [error] = errors
  return refused(error?.message ?? 'The process of the run ended without an answer.')
}

function refused(text: string, what: 'submission' | 'exercise' = 'submission'): Replayed {
  return { kind: 'refused', what, text, fix: 'Run: npx five-pillars check' }
}
