import path from 'node:path'

import { killTree } from '../run/kill-tree.ts'
import { startChild } from '../run/start-child.ts'
import { shortPath } from '../short-path.ts'
import { prepare } from '../submission/prepare.ts'
import { replayedSchema } from './replay-job.ts'
import type { Replayed, ReplayJob } from './replay-job.ts'

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
  const { token, columns = 80 } = options
  return inChild({ exerciseDir, slug, code: compiled.code, token, columns })
}

function inChild(job: ReplayJob): Promise<Replayed> {
  const { promise, resolve } = Promise.withResolvers<Replayed>()
  const child = startChild({
    entry: '../replay/replay-main.ts',
    cwd: job.exerciseDir,
    seed: 0,
    runs: undefined,
  })
  const end = (answer: Replayed): void => {
    clearTimeout(limit)
    if (child.pid !== undefined) killTree(child.pid, process.platform)
    child.removeAllListeners()
    resolve(answer)
  }
  const limit = setTimeout(() => {
    end(refused(`The run did not end within ${TIMEOUT_MS / 1000} s: is there an endless loop?`))
  }, TIMEOUT_MS)
  child.once('message', (message) => end(replayedSchema.parse(message)))
  child.once('error', () => end(refused('The process of the run could not be started.')))
  child.once('close', () => end(refused('The process of the run ended without an answer.')))
  child.send(job, () => {})
  return promise
}

function refused(text: string): Replayed {
  return { kind: 'refused', what: 'submission', text, fix: 'Run: npx five-pillars check' }
}
