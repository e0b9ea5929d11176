import { grouped } from '@five-pillars/suite'

/** What becomes of one attempt. Statuses and errors tell it apart from all others of its call. */
export type Ending =
  | {
      readonly kind: 'answers'
      readonly status: number
      readonly retryAfterMs?: number
      readonly afterMs: number
    }
  | { readonly kind: 'rejects'; readonly isSent: boolean; readonly afterMs: number }
  | { readonly kind: 'throws'; readonly isSent: boolean }
  | { readonly kind: 'hangs' }

/** What an attempt rejects with, or throws. */
export class AttemptError extends Error {
  override name = 'ConnectionReset'

  constructor(nth: number, isSent: boolean) {
    super(`attempt ${nth} got no connection`)
    if (!isSent) this.name = 'NotSent'
  }
}

/** How long an attempt would take, if it were waited for. */
export function durationOf(ending: Ending): number {
  if (ending.kind === 'hangs') return Infinity
  return ending.kind === 'throws' ? 0 : ending.afterMs
}

/** How an attempt looks from outside, once it is known whether it was in time. */
export interface Outcome {
  readonly isFailure: boolean
  /** Nothing has reached the server. */
  readonly isUnsent: boolean
  readonly retryAfterMs: number
}

export function outcomeOf(ending: Ending, isTimedOut: boolean): Outcome {
  if (isTimedOut || ending.kind === 'hangs') {
    return { isFailure: true, isUnsent: false, retryAfterMs: 0 }
  }
  if (ending.kind === 'answers') {
    const { status, retryAfterMs = 0 } = ending
    return { isFailure: status >= 500, isUnsent: false, retryAfterMs }
  }
  return { isFailure: true, isUnsent: !ending.isSent, retryAfterMs: 0 }
}

/** What it brings, in a few words. */
export function endingText(ending: Ending): string {
  switch (ending.kind) {
    case 'answers': {
      const { status, retryAfterMs } = ending
      const after = retryAfterMs === undefined ? '' : `, retryAfterMs ${grouped(retryAfterMs)}`
      return `${status}${after}`
    }
    case 'rejects':
      return ending.isSent ? 'rejects' : 'rejects, NotSent'
    case 'throws':
      return ending.isSent ? 'throws' : 'throws, NotSent'
    case 'hangs':
      return 'hangs'
  }
  throw new Error('sentinel-retry-budget-endings.ts: no such ending')
}
