import type { Clock, Rng } from '@five-pillars/simulator'

export interface Response {
  readonly status: number
  readonly retryAfterMs?: number
}

export interface AbortSignal {
  readonly aborted: boolean
}

export interface Abort {
  readonly signal: AbortSignal
  readonly abort: () => void
}

export type Attempt = (n: number, deadline: number, signal: AbortSignal) => Promise<Response>

export interface RetryPolicy {
  maxAttempts: number
  baseMs: number
  capMs: number
  budgetRatio: number
  budgetBurst: number
  perTryTimeoutMs: number
}

export interface Caller {
  call(attempt: Attempt, o: { deadline: number; idempotent: boolean }): Promise<Response>
}

/** How an attempt has ended. */
interface Outcome {
  /** Ends the call in the same way. */
  readonly settle: () => Promise<Response>
  readonly isFailure: boolean
  /** Whether it is known that nothing has reached the server. */
  readonly isUnsent: boolean
  readonly retryAfterMs: number
}

export function createCaller(
  p: RetryPolicy,
  clock: Clock,
  rng: Rng,
  createAbort: () => Abort,
): Caller {
  if (p.maxAttempts < 1) throw new Error('sentinel-retry-budget-first-cause.ts: no attempt')
  let tokens = p.budgetBurst

  /** One attempt, and no longer than until a time. */
  async function once(attempt: Attempt, n: number, until: number): Promise<Outcome> {
    const { signal, abort } = createAbort()
    const { promise: late, resolve } = Promise.withResolvers<Outcome>()
    const timeout = clock.setTimeout(() => {
      abort()
      resolve(failed(timedOut(`attempt ${n}`)))
    }, until - clock.now())
    const outcome = await Promise.race([outcomeOf(() => attempt(n, until, signal)), late])
    clock.clearTimeout(timeout)
    return outcome
  }

  return {
    async call(attempt, { deadline, idempotent }) {
      tokens = Math.min(p.budgetBurst, tokens + p.budgetRatio)
      if (clock.now() >= deadline) throw timedOut('the call')
      let told: Outcome['settle'] | undefined
      for (let n = 1; ; n++) {
        const until = Math.min(clock.now() + p.perTryTimeoutMs, deadline)
        const { settle, isFailure, isUnsent, retryAfterMs } = await once(attempt, n, until)
        const mayRepeat = isFailure && (idempotent || isUnsent)
        if (isFailure) told ??= settle
        if (!mayRepeat || n >= p.maxAttempts) return (isFailure && told ? told : settle)()
        const longestMs = Math.min(p.capMs, p.baseMs * 2 ** (n - 1))
        const waitMs = Math.max(retryAfterMs, rng.next() * longestMs)
        if (clock.now() + waitMs >= deadline || tokens < 1) return (told ?? settle)()
        tokens -= 1
        await new Promise<void>((resolve) => clock.setTimeout(resolve, waitMs))
      }
    },
  }
}

/** Never rejects: what is thrown, now or later, is an outcome. */
async function outcomeOf(send: () => Promise<Response>): Promise<Outcome> {
  try {
    return answered(await send())
  } catch (error) {
    return failed(error)
  }
}

function answered(response: Response): Outcome {
  return {
    settle: () => Promise.resolve(response),
    isFailure: response.status >= 500,
    isUnsent: false,
    retryAfterMs: response.retryAfterMs ?? 0,
  }
}

function failed(reason: unknown): Outcome {
  return {
    settle: () => Promise.reject(reason),
    isFailure: true,
    isUnsent: reason instanceof Error && reason.name === 'NotSent',
    retryAfterMs: 0,
  }
}

function timedOut(what: string): Error {
  return Object.assign(new Error(`${what} timed out`), { name: 'TimeoutError' })
}
