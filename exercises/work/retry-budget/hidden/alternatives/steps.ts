import type { Clock, Rng } from '@five-pillars/simulator'

import type { Attempt, Caller, CallOptions, Abort, RetryPolicy } from '../../src/retry-budget.ts'
import type { Response } from '../../src/retry-budget.ts'

const Kind = Object.freeze({
  Answer: Symbol('answer'),
  Unsent: Symbol('unsent'),
  Failure: Symbol('failure'),
})

type Step = { kind: symbol; asked: number; tell(): Promise<Response> }

/** Calls and retries that were ever made, each of which may at most be so many. */
class Ledger {
  static readonly #never = -Infinity
  #earned = 0
  #spent = 0
  /** The most that was ever left over: what is beyond the burst is lost. */
  #lost = Ledger.#never

  readonly #policy: RetryPolicy

  constructor(policy: RetryPolicy) {
    this.#policy = policy
  }

  get #left(): number {
    return this.#policy.budgetBurst + this.#earned - this.#spent - Math.max(0, this.#lost)
  }

  earn(): void {
    this.#earned += this.#policy.budgetRatio
    this.#lost = Math.max(this.#lost, this.#earned - this.#spent)
  }

  get canSpend(): boolean {
    return this.#left >= 1
  }

  spend(): void {
    this.#spent += 1
  }
}

const late = (): Error => Object.assign(new Error('late'), { name: 'TimeoutError' })

export const createCaller = (
  policy: RetryPolicy,
  clock: Clock,
  rng: Rng,
  createAbort: () => Abort,
): Caller => {
  const ledger = new Ledger(policy)

  const ask = async (attempt: Attempt, n: number, until: number): Promise<Step> => {
    const one = createAbort()
    let ring: (step: Step) => void
    const bell = new Promise<Step>((resolve) => (ring = resolve))
    const timer = clock.setTimeout(() => {
      one.abort()
      const error = late()
      ring({ kind: Kind.Failure, asked: 0, tell: () => Promise.reject(error) })
    }, until - clock.now())
    const answer = (async (): Promise<Step> => {
      try {
        const response = await attempt(n, until, one.signal)
        const kind = response.status < 500 ? Kind.Answer : Kind.Failure
        return { kind, asked: response.retryAfterMs ?? 0, tell: async () => response }
      } catch (error) {
        const isUnsent = error instanceof Error && error.name === 'NotSent'
        const kind = isUnsent ? Kind.Unsent : Kind.Failure
        return { kind, asked: 0, tell: () => Promise.reject(error) }
      }
    })()
    const step = await Promise.race([answer, bell])
    clock.clearTimeout(timer)
    return step
  }

  async function* steps(attempt: Attempt, { deadline, idempotent }: CallOptions) {
    for (let n = 1, longest = policy.baseMs; n <= policy.maxAttempts; n++, longest *= 2) {
      const step = await ask(attempt, n, Math.min(deadline, clock.now() + policy.perTryTimeoutMs))
      yield step
      if (step.kind === Kind.Answer || (step.kind === Kind.Failure && !idempotent)) return
      const wait = Math.max(step.asked, rng.next() * Math.min(longest, policy.capMs))
      if (n === policy.maxAttempts || clock.now() + wait >= deadline || !ledger.canSpend) return
      ledger.spend()
      await new Promise<void>((wake) => void clock.setTimeout(() => wake(), wait))
    }
  }

  return Object.freeze({
    call: async (attempt: Attempt, options: CallOptions) => {
      ledger.earn()
      if (options.deadline <= clock.now()) throw late()
      let last: Step | undefined
      for await (const step of steps(attempt, options)) last = step
      if (last === undefined) throw new Error('sentinel-retry-budget-steps.ts: no attempt')
      return last.tell()
    },
  })
}
