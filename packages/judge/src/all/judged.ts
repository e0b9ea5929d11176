import type { JudgeError } from '../judge-error.ts'
import type { Verdict } from '../verdict.ts'
import type { Submission } from './find-submissions.ts'

/** Stands where a state would, and is none. */
export const NOT_JUDGED = 'not judged'

/** One submission and its verdict. */
export interface Judged {
  readonly submission: Submission
  readonly verdict: Verdict
  /** From an earlier run, whose file and kit were the same. */
  readonly isKept: boolean
}

/** One submission for which the exercise was too damaged: that says nothing about it. */
export interface NotJudged {
  readonly submission: Submission
  readonly error: JudgeError
}

export interface AllJudged {
  readonly judged: Judged[]
  readonly notJudged: NotJudged[]
}
