import { randomUUID } from 'node:crypto'

import type { ChildProcess } from 'node:child_process'

import { eventSchema } from './events.ts'
import type { Job } from './job.ts'
import { killTree } from './kill-tree.ts'
import type { Pool } from './pool.ts'
import { sentTo } from './sent-job.ts'
import { emptyRun, note } from './suite-run.ts'
import type { RunEnding, SuiteRun } from './suite-run.ts'

/** More events than any honest suite has; a flood of them is not worth its memory. */
const EVENTS_MAX = 20_000
const STDERR_CHARACTERS_MAX = 16_384

export interface RunOptions {
  /** Where the process comes from. */
  pool: Pool
  job: Omit<Job, 'nonce'>
}

export interface EndedRun extends SuiteRun {
  nonce: string
}

/**
 * Judges a submission in a process of its own and hears what it says. The process and everything it
 * started is gone afterwards. Its exit code and its printed text are not believed.
 */
export async function runInProcess(options: RunOptions): Promise<EndedRun> {
  const nonce = randomUUID()
  const run = emptyRun()
  const child = await options.pool.take()
  const { promise, resolve } = Promise.withResolvers<EndedRun>()
  const total = setTimeout(giveUp, wallMs(options.job))
  let events = 0
  const stderr = tailOf(child)

  function giveUp(): void {
    run.limit = { kind: 'whole', ms: wallMs(options.job) }
    end('timeout')
  }

  function end(ending: RunEnding): void {
    clearTimeout(total)
    for (const event of ['message', 'error', 'close']) child.removeAllListeners(event)
    child.stderr?.removeAllListeners('data')
    const isKept = ending === 'complete' && options.pool.giveBack?.(child) === true
    if (!isKept && child.pid !== undefined) killTree(child.pid, process.platform)
    run.ending = ending
    resolve({ ...run, nonce })
  }

  child.on('message', (message) => {
    const parsed = eventSchema.safeParse(message)
    if (!parsed.success || parsed.data.nonce !== nonce) return
    events += 1
    const ending = events > EVENTS_MAX ? 'crashed' : note(run, parsed.data.event)
    if (ending !== undefined) end(ending)
  })
  child.once('error', () => end('crashed'))
  child.once('close', () => end(ranOutOfMemory(stderr()) ? 'out-of-memory' : 'crashed'))
  child.send(sentTo(child, { ...options.job, nonce }), () => {})
  return promise
}

/**
 * The process keeps its limits itself, in processor time. This one is behind them, should it do
 * nothing at all: a busy machine may take its time.
 */
function wallMs({ runTimeoutMs }: RunOptions['job']): number {
  return 3 * runTimeoutMs + 3000
}

/** Only tells one failure from another: nothing printed can make a pass. */
function ranOutOfMemory(text: string): boolean {
  return /heap out of memory|is_heap_oom = 1|Allocation failed/i.test(text)
}

/** Reads on for ever, so that the child never waits, and keeps the last characters. */
function tailOf(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-STDERR_CHARACTERS_MAX)
  })
  return () => text
}
