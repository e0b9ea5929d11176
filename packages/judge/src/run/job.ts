import type { Task } from './task.ts'

/** What a process is told to judge; its parent says it, once. */
export interface Job {
  /** Whoever does not know it is not heard. */
  readonly nonce: string
  /** What is evaluated in the submission's realm first. */
  readonly innerScript: string
  /** What is evaluated in the suite's realm: the suite with all it needs. */
  readonly outerScript: string
  /** The submission as a JavaScript module. */
  readonly code: string
  /** What the frames of the submission are called. */
  readonly name: string
  /** Other submissions, which `code` imports by their names. */
  readonly beside?: readonly Module[]
  readonly task: Task
  /**
   * Loads the submission into the suite's own realm, without a border: how authors run a suite. What
   * is not trusted never runs so.
   */
  readonly isDirect: boolean
  /** Limit of one call into the submission, in milliseconds of its own processor time. */
  readonly callTimeoutMs: number
  /** Limit of what happens between two calls, in milliseconds of processor time. */
  readonly testTimeoutMs: number
  /** Limit of the whole run, in milliseconds of processor time. */
  readonly runTimeoutMs: number
}

/** A submission as a JavaScript module that imports nothing. */
interface Module {
  readonly name: string
  readonly code: string
}
