export interface RetryBudget {
  called(): void
  mayRetry(): boolean
}

/** Lets retries be at most a share of the calls; `burst` may be spent at once. */
// #region budget
export function createRetryBudget(share: number, burst: number): RetryBudget {
  let tokens = burst
  return {
    called() {
      tokens = Math.min(burst, tokens + share)
    },
    mayRetry() {
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
// #endregion budget
