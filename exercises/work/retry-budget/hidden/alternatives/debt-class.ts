import type { Clock, Rng } from '@five-pillars/simulator'

interface Response {
  readonly status: number
  readonly retryAfterMs?: number
}
interface Abort {
  readonly signal: { readonly aborted: boolean }
  readonly abort: () => void
}
type Attempt = (n: number, deadline: number, signal: Abort['signal']) => Promise<Response>

interface RetryPolicy {
  maxAttempts: number
  baseMs: number
  capMs: number
  budgetRatio: number
  budgetBurst: number
  perTryTimeoutMs: number
}

/** Nobody has waited long enough for an answer. */
class TimeoutError extends Error {
  override name = 'TimeoutError'
}

/** What retries have borrowed; each call pays a part of it off. */
class Debt {
  #owed = 0
  readonly #most: number
  readonly #part: number

  constructor(most: number, part: number) {
    this.#most = most
    this.#part = part
  }

  payOff(): void {
    this.#owed = Math.max(0, this.#owed - this.#part)
  }

  borrow(): boolean {
    if (this.#owed + 1 > this.#most) return false
    this.#owed++
    return true
  }
}

class RetryingCaller {
  readonly #policy: RetryPolicy
  readonly #clock: Clock
  readonly #rng: Rng
  readonly #createAbort: () => Abort
  readonly #debt: Debt

  constructor(policy: RetryPolicy, clock: Clock, rng: Rng, createAbort: () => Abort) {
    if (policy.maxAttempts < 1) throw new Error('sentinel-retry-budget-debt-class.ts')
    this.#policy = policy
    this.#clock = clock
    this.#rng = rng
    this.#createAbort = createAbort
    this.#debt = new Debt(policy.budgetBurst, policy.budgetRatio)
  }

  async call(attempt: Attempt, o: { deadline: number; idempotent: boolean }): Promise<Response> {
    this.#debt.payOff()
    let n = 0
    while (this.#clock.now() < o.deadline) {
      n += 1
      let asked = 0
      let lastWord: () => Response
      try {
        const response = await this.#inTime(attempt, n, o.deadline)
        if (response.status < 500) return response
        if (!o.idempotent) return response
        asked = response.retryAfterMs ?? 0
        lastWord = () => response
      } catch (error) {
        const isUnsent = error instanceof Error && error.name === 'NotSent'
        if (!o.idempotent && !isUnsent) throw error
        lastWord = () => {
          throw error
        }
      }
      const waitMs = Math.max(asked, this.#rng.next() * this.#longest(n))
      const isTooLate = this.#clock.now() + waitMs >= o.deadline
      if (n >= this.#policy.maxAttempts || isTooLate || !this.#debt.borrow()) return lastWord()
      await this.#sleep(waitMs)
    }
    throw new TimeoutError('the deadline has passed')
  }

  #longest(n: number): number {
    let longest = this.#policy.baseMs
    for (let i = 1; i < n && longest < this.#policy.capMs; i++) longest *= 2
    return Math.min(longest, this.#policy.capMs)
  }

  async #inTime(attempt: Attempt, n: number, deadline: number): Promise<Response> {
    const { signal, abort } = this.#createAbort()
    const now = this.#clock.now()
    const until = Math.min(now + this.#policy.perTryTimeoutMs, deadline)
    const { promise: timeout, reject } = Promise.withResolvers<never>()
    const timer = this.#clock.setTimeout(() => {
      reject(new TimeoutError(`attempt ${n}`))
      abort()
    }, until - now)
    try {
      return await Promise.race([attempt(n, until, signal), timeout])
    } finally {
      this.#clock.clearTimeout(timer)
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.setTimeout(resolve, ms)
    })
  }
}

export function createCaller(
  policy: RetryPolicy,
  clock: Clock,
  rng: Rng,
  createAbort: () => Abort,
): RetryingCaller {
  return new RetryingCaller(policy, clock, rng, createAbort)
}
