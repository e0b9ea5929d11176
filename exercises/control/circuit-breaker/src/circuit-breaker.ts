import type { Clock } from '@five-pillars/simulator'

/** Closed lets calls through, open refuses them, half-open tries a few. */
export type State = 'closed' | 'open' | 'half-open'

export interface BreakerOptions {
  /** Opens when at least this share of the calls in the window has failed: above 0, at most 1. */
  failureRate: number
  /** And when at least so many calls are in the window. */
  minCalls: number
  /** How long a call is in the window after its end, in milliseconds. */
  windowMs: number
  /** Half-open so many milliseconds after it opened. */
  openMs: number
  /** While half-open, at most so many calls are under way at a time. */
  halfOpenMax: number
  /** So many successes of a half-open breaker close it. */
  successesToClose: number
}

export interface Breaker {
  /**
   * Calls fn, unless the breaker refuses to.
   *
   * @param isFailure whether what fn rejects with, or throws, is to be held against the backend;
   * default: it always is
   * @returns what fn gives; rejects with what fn rejects with or throws, and with an error of its
   * own where fn is not called
   */
  call<T>(fn: () => Promise<T>, isFailure?: (error: unknown) => boolean): Promise<T>
  /** The present state, at any time. */
  state(): State
  /**
   * Calls a listener at each change from now on.
   *
   * @param cb is told the new state, and `clock.now()`
   * @returns what ends it; calling that twice is as good as once
   */
  onState(cb: (state: State, at: number) => void): () => void
}

// TODO: call fn and watch how it ends; stop calling when too much of it fails; try again later.
export function createBreaker(_options: BreakerOptions, _clock: Clock): Breaker {
  throw new Error('createBreaker is not written yet: start in src/circuit-breaker.ts')
}
