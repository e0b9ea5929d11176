import type { ChildProcess } from 'node:child_process'

import { killTree } from './kill-tree.ts'
import { startChild } from './start-child.ts'

/** Where the processes come from in which submissions are judged. */
export interface Pool {
  /** A process that is ready, or about to be. */
  take(): Promise<ChildProcess>
  /** Whether a process whose run came to its end is kept for another one; where not, it is ended. */
  giveBack?(child: ChildProcess): boolean
  /** Ends those that nobody took. */
  close(): void
}

/**
 * Processes that are started ahead; each judges one submission and is ended.
 *
 * @param ahead how many wait at a time; 0 starts each one when it is asked for
 */
export function createPool(ahead: number): Pool {
  const waiting = Array.from({ length: ahead }, () => startChild())
  let isOpen = true
  return {
    take() {
      const child = waiting.shift() ?? startChild()
      if (isOpen && ahead > 0) waiting.push(startChild())
      return child
    },
    close() {
      isOpen = false
      for (const child of waiting.splice(0)) void child.then(end)
    },
  }
}

/**
 * Does something with the processes of a pool, or with one that is started at once: what comes before
 * its job happens at the same time.
 */
export async function withPool<Result>(
  given: Pool | undefined,
  act: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  if (given !== undefined) return act(given)
  const waiting = [startChild()]
  try {
    return await act({ take: () => waiting.pop() ?? startChild(), close: () => {} })
  } finally {
    for (const child of waiting) end(await child)
  }
}

function end(child: ChildProcess): void {
  if (child.pid !== undefined) killTree(child.pid, process.platform)
}
