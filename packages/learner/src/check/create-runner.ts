import type { Verdict } from '@five-pillars/judge'

import type { Kit } from '../kit/open-kit.ts'
import type { LearnerError } from '../learner-error.ts'
import type { Progress } from '../progress/progress.ts'
import type { Saved } from '../store/save.ts'
import type { BriefLink } from './brief-link.ts'

export interface CheckRequest {
  /** So many seeds are tried, up to the first that breaks a promise; default 1. */
  seeds?: number
}

/** What one check came to. */
export interface Checked {
  readonly verdict: Verdict
  /** What was kept of the file before it ran. */
  readonly saved: Saved | null
  /** Why it could not be kept or noted; the verdict holds all the same. */
  readonly trouble: LearnerError | null
  /** Where the first broken promise is explained; null when all are kept, or none is to blame. */
  readonly brief: BriefLink | null
  readonly progress: Progress
  /** Milestones that this check reached. */
  readonly reached: readonly { readonly id: string; readonly title: string }[]
  /** From the call to the verdict, in milliseconds. */
  readonly ms: number
}

/** Checks one file after another, each in a process that waits for it already. */
export interface Runner {
  /**
   * Keeps the learner's file, runs the open checks on it, notes what came of it. An endless loop is
   * reported within three seconds, and the next check works.
   *
   * @throws LearnerError `unknown-exercise` or `no-exercise-folder`
   */
  runCheck(slug: string, request?: CheckRequest): Promise<Checked>
  /** Ends the processes that wait. */
  close(): void
}

/** @param options.isWarm keeps processes waiting for the next check; default false: for one check */
export function createRunner(_kit: Kit, _options: { isWarm?: boolean } = {}): Runner {
  throw new Error('createRunner is not written yet')
}
