import path from 'node:path'

import type { SuiteScripts } from '../bundle/suite-scripts.ts'
import { CALL_TIMEOUT_MS } from '../run-subject.ts'
import { createPool } from '../run/pool.ts'
import { runInProcess } from '../run/run-in-process.ts'
import type { EndedRun } from '../run/run-in-process.ts'
import type { Task } from '../run/task.ts'
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
  /** Also hands over what happened, for a player; default false. */
  isRecorded?: boolean
}

export type Refused = Extract<Replayed, { kind: 'refused' }>

export function isRefused(run: EndedRun | Refused): run is Refused {
  return 'kind' in run
}

/** Runs a task with a submission, or says why it cannot be run. */
export async function runTask(
  { subject }: Pick<ReplayOptions, 'subject'>,
  exerciseDir: string,
  scripts: SuiteScripts,
  task: Task,
): Promise<EndedRun | Refused> {
  const name = `src/${path.basename(exerciseDir)}.ts`
  const file = path.resolve(subject ?? path.join(exerciseDir, name))
  const compiled = await prepare(file, shortPath(file, exerciseDir), name)
  if (compiled.kind === 'refused') return refused(compiled.got)
  return runInProcess({
    pool: createPool(0),
    job: {
      ...scripts,
      code: compiled.code,
      name,
      isDirect: false,
      task,
      callTimeoutMs: CALL_TIMEOUT_MS,
      testTimeoutMs: TIMEOUT_MS,
      runTimeoutMs: TIMEOUT_MS,
    },
  })
}

export function faultOf({ loading, ending, limit, errors }: EndedRun): Refused {
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

export function refused(text: string, what: 'submission' | 'exercise' = 'submission'): Refused {
  return { kind: 'refused', what, text, fix: 'Run: npx five-pillars check' }
}
