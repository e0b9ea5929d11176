export interface RetryBudget {
  called(): void
  mayRetry(): boolean
}

/** Lets retries be at most a share of the calls; `cap` of them may be spent at once. */
export function createRetryBudget(share: number, cap: number): RetryBudget {
  let tokens = cap
  return {
    // #region budget
    called() {
      tokens = Math.min(cap, tokens + share)
    },
    mayRetry() {
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    // #endregion budget
  }
}
