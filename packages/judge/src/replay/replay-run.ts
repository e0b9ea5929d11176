import path from 'node:path'

import { BadToken } from '@five-pillars/simulator'

import { callsScripts, worldScripts } from '../bundle/suite-scripts.ts'
import type { SuiteScripts } from '../bundle/suite-scripts.ts'
import { CALL_TIMEOUT_MS } from '../run-subject.ts'
import { createPool } from '../run/pool.ts'
import { runInProcess } from '../run/run-in-process.ts'
import type { EndedRun } from '../run/run-in-process.ts'
import type { Task } from '../run/task.ts'
import { shortPath } from '../short-path.ts'
import { prepare } from '../submission/prepare.ts'
import { decodeCallsToken, isCallsToken } from './calls-token.ts'
import type { CallsContent } from './calls-token.ts'
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

/** Repeats with a submission what a replay token stands for, in a process that can be killed. */
export async function replayRun(options: ReplayOptions): Promise<Replayed> {
  const exerciseDir = path.resolve(options.exerciseDir)
  const slug = path.basename(exerciseDir)
  if (!isCallsToken(options.token)) return replayWorld(options, exerciseDir, slug)
  try {
    return await replayCalls(options, exerciseDir, decodeCallsToken(options.token, slug))
  } catch (error) {
    if (!(error instanceof BadToken)) throw error
    return { kind: 'refused', what: 'token', text: error.problem, fix: error.fix }
  }
}

async function replayWorld(
  options: ReplayOptions,
  exerciseDir: string,
  slug: string,
): Promise<Replayed> {
  const scripts = await worldScripts(exerciseDir)
  if (scripts === undefined) {
    const text = `"${slug}" has no simulated world: there is nothing to replay.`
    return refused(text, 'exercise')
  }
  const { token, columns = 80 } = options
  const run = await runTask(options, exerciseDir, scripts, { kind: 'replay', slug, token, columns })
  return 'kind' in run ? run : (run.replayed ?? faultOf(run))
}

async function replayCalls(
  options: ReplayOptions,
  exerciseDir: string,
  { promise, story, steps }: CallsContent,
): Promise<Replayed> {
  const run = await runTask(options, exerciseDir, await callsScripts(), { kind: 'calls', steps })
  if ('kind' in run) return run
  const { called } = run
  if (called === undefined) return faultOf(run)
  const isOther = called.lines.some((line) => line.was !== null || line.askedThen !== undefined)
  return { kind: 'called', isOther, promise, story, ...called }
}

/** Runs a task with a submission, or says why it cannot be run. */
async function runTask(
  { subject }: ReplayOptions,
  exerciseDir: string,
  scripts: SuiteScripts,
  task: Task,
): Promise<EndedRun | Replayed> {
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

function faultOf({ loading, ending, limit, errors }: EndedRun): Replayed {
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
