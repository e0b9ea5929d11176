import type { Clock, Rng } from '@five-pillars/simulator'

/** What a server answers. */
export interface Response {
  /** As in HTTP: from 500 up the server has failed, everything below is an answer. */
  readonly status: number
  /** For so many milliseconds the server asks to be left alone. */
  readonly retryAfterMs?: number
}

/** By this an attempt learns that nobody waits for it any more. */
export interface AbortSignal {
  readonly aborted: boolean
}

/** A signal, and what sets it off. */
export interface Abort {
  readonly signal: AbortSignal
  readonly abort: () => void
}

/**
 * Sends a request once.
 *
 * @param n counts the attempts of one call, from 1
 * @param deadline the time of the clock until which this attempt is waited for
 * @param signal is aborted when nobody waits for it any more
 */
export type Attempt = (n: number, deadline: number, signal: AbortSignal) => Promise<Response>

export interface RetryPolicy {
  /** Attempts of one call, the first one included. */
  maxAttempts: number
  /** The wait after the first attempt is at most so long; after each further one twice as long. */
  baseMs: number
  /** No wait is drawn longer than this. */
  capMs: number
  /** So many tokens come with each call. */
  budgetRatio: number
  /** So many tokens are there in the beginning, and never more. */
  budgetBurst: number
  /** An attempt is waited for so long, and no longer than its call has time. */
  perTryTimeoutMs: number
}

export interface CallOptions {
  /** The time of the clock at which nobody needs the response any more. */
  deadline: number
  /** Whether the request may reach the server twice. */
  idempotent: boolean
}

export interface Caller {
  /** Makes attempts until one brings an answer, or no further one may be made. */
  call(attempt: Attempt, options: CallOptions): Promise<Response>
}

// TODO: try, wait, pay, and try again.
export function createCaller(
  _policy: RetryPolicy,
  _clock: Clock,
  _rng: Rng,
  _createAbort: () => Abort,
): Caller {
  throw new Error('createCaller is not written yet: start in src/retry-budget.ts')
}
