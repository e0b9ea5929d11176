import type { ChildProcess } from 'node:child_process'

import { killTree } from './kill-tree.ts'
import type { Pool } from './pool.ts'
import { startChild } from './start-child.ts'

/** What was thrown away stays a while with the process: after so many runs it is replaced. */
const RUNS_MAX = 25

/**
 * Processes that run one subject after another, each in an isolate of its own: to start a process
 * takes as long as most runs of an exercise. Only for what is trusted, such as an author's own
 * mutants: a submission never runs where another one was.
 */
export function createReusedPool(): Pool {
  const free: ChildProcess[] = []
  const runs = new WeakMap<ChildProcess, number>()
  let isOpen = true
  return {
    async take() {
      const child = free.find(isAlive)
      if (child === undefined) return startChild()
      free.splice(0, free.indexOf(child) + 1)
      return child
    },
    giveBack(child) {
      const count = (runs.get(child) ?? 0) + 1
      runs.set(child, count)
      if (!isOpen || count >= RUNS_MAX) return false
      free.push(child)
      return true
    },
    close() {
      isOpen = false
      for (const { pid } of free.splice(0)) if (pid !== undefined) killTree(pid, process.platform)
    },
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}
