import type { Ending, Outcome } from './endings.ts'

/** One attempt: what it was given, and what became of it. */
export interface Try {
  /** Its place in the call, from 1. */
  readonly nth: number
  readonly at: number
  readonly given: { readonly n: unknown; readonly deadline: unknown; readonly isAborted: boolean }
  /** What tells of its signal; undefined where it was given none of `createAbort`. */
  readonly abort: { readonly at: number | undefined } | undefined
  readonly ending: Ending
  /** Until when it may be waited for. */
  readonly untilMs: number
  readonly isTimedOut: boolean
  /** When it has ended for its call. */
  readonly endsAt: number
  readonly outcome: Outcome
}

/** How a call ended. */
export interface End {
  readonly at: number
  readonly isFulfilled: boolean
  /** The status, or the name and the message of the error. */
  readonly what: string
}

/** A call from its begin on. */
export interface Called {
  readonly name: string
  readonly at: number
  readonly deadline: number
  readonly idempotent: boolean
  readonly endings: readonly Ending[]
  readonly tries: Try[]
  end: End | undefined
}

/** Two times of one microsecond are one. */
export const SAME_MS = 0.002

export function isSame(atMs: number, otherMs: number): boolean {
  return Math.abs(atMs - otherMs) < SAME_MS
}

/** Whether a failed attempt may have a successor, as far as its call alone is concerned. */
export function mayRepeat(
  { idempotent }: Called,
  { outcome, nth }: Try,
  { maxAttempts }: { readonly maxAttempts: number },
): boolean {
  if (nth < 1) throw new Error('sentinel-retry-budget-called.ts: attempts count from 1')
  return outcome.isFailure && (idempotent || outcome.isUnsent) && nth < maxAttempts
}

/** The longest wait that may be drawn after an attempt. */
export function longestWait(
  nth: number,
  { baseMs, capMs }: { readonly baseMs: number; readonly capMs: number },
): number {
  return Math.min(capMs, baseMs * 2 ** (nth - 1))
}
