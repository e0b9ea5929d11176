import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import path from 'node:path'

import { answeredSchema } from './judge-message.ts'
import type { Answered, Asked } from './judge-message.ts'

const PROCESS = path.join(import.meta.dirname, 'judge-process.ts')

/** An exercise takes at most some twenty seconds: longer is a judge that hangs. */
const LONGEST_MS = 120_000

/** The judge ended, or hung, before it answered: nothing is known of the submission. */
export class JudgeGone extends Error {
  /** Whether it had begun to work: otherwise it is the judge's own fault that it ended. */
  readonly hadBegun: boolean

  constructor(hadBegun: boolean) {
    super(hadBegun ? 'The judge ended before it answered.' : 'The judge does not start.')
    this.name = 'JudgeGone'
    this.hadBegun = hadBegun
  }
}

type WithoutJob<One> = One extends { job: number } ? Omit<One, 'job'> : never

/** What the judge is asked for. */
type Question = WithoutJob<Asked>

/** Takes a submission to a verdict; rejects with `JudgeGone` when there is no judge to answer. */
export interface Judge {
  ask(asked: Question): Promise<Answered>
  /** Process id of the judge; undefined while there is none. */
  readonly pid: number | undefined
  readonly isClosed: boolean
  close(): void
}

interface Open {
  readonly resolve: (answered: Answered) => void
  readonly reject: (error: JudgeGone) => void
  readonly timer: NodeJS.Timeout
}

/**
 * A judge in a process of its own, which is started again whenever it is gone and something is to be
 * judged.
 *
 * @param folder where it writes what it judges
 * @param lanes how many submissions it judges at a time
 */
export function judgeLink(folder: string, lanes: number): Judge {
  const open = new Map<number, Open>()
  let child: ChildProcess | undefined
  let hasBegun = false
  let jobs = 0
  let isClosed = false

  function start(): ChildProcess {
    hasBegun = false
    const started = fork(PROCESS, [folder, String(lanes)], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    yieldTo(started)
    started.on('message', (message) => hear(answeredSchema.parse(message)))
    started.once('error', () => gone(started))
    started.once('exit', () => gone(started))
    return started
  }

  function hear(answered: Answered): void {
    if (answered.kind === 'begun') {
      hasBegun = true
      return
    }
    const job = open.get(answered.job)
    open.delete(answered.job)
    clearTimeout(job?.timer)
    job?.resolve(answered)
  }

  function gone(started: ChildProcess): void {
    if (child !== started) return
    child = undefined
    const all = [...open.values()]
    open.clear()
    for (const { reject, timer } of all) {
      clearTimeout(timer)
      reject(new JudgeGone(hasBegun))
    }
  }

  return {
    ask(asked) {
      if (isClosed) return Promise.reject(new JudgeGone(true))
      const to = (child ??= start())
      const job = jobs++
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => to.kill('SIGKILL'), LONGEST_MS)
        open.set(job, { resolve, reject, timer })
        to.send({ ...asked, job } satisfies Asked, () => {})
      })
    },
    get isClosed() {
      return isClosed
    },
    get pid() {
      return child?.pid
    },
    close() {
      isClosed = true
      // It ends its own children when the channel ends.
      if (child?.connected === true) child.disconnect()
      if (child !== undefined) gone(child)
    },
  }
}

/** Whoever sends something in waits for the console, and not for the judge of others. */
function yieldTo({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where it may not be done, all of them are equal.
  }
}
