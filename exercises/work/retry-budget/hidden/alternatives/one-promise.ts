import type { Clock, Rng } from '@five-pillars/simulator'

type Response = { readonly status: number; readonly retryAfterMs?: number }
type Signal = { readonly aborted: boolean }
type Attempt = (n: number, deadline: number, signal: Signal) => Promise<Response>
type Policy = Record<
  'maxAttempts' | 'baseMs' | 'capMs' | 'budgetRatio' | 'budgetBurst' | 'perTryTimeoutMs',
  number
>

/** Everything that belongs to one call hangs on one promise, and is moved by callbacks alone. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this solution
export function createCaller(
  policy: Policy,
  clock: Clock,
  rng: Rng,
  createAbort: () => { readonly signal: Signal; readonly abort: () => void },
) {
  const { maxAttempts, baseMs, capMs, perTryTimeoutMs, budgetRatio, budgetBurst } = policy
  const bounds: number[] = []
  for (let bound = baseMs; bounds.length < maxAttempts; bound = Math.min(2 * bound, 2 * capMs)) {
    bounds.push(Math.min(bound, capMs))
  }
  let tokens = budgetBurst
  if (bounds.length === 0) throw new Error('sentinel-retry-budget-one-promise.ts')

  function call(attempt: Attempt, o: { deadline: number; idempotent: boolean }): Promise<Response> {
    tokens = tokens + budgetRatio > budgetBurst ? budgetBurst : tokens + budgetRatio
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const left = (): number => o.deadline - clock.now()
    if (left() > 0) begin(1)
    else reject(timeoutError())
    return promise

    function begin(n: number): void {
      const forMs = left() < perTryTimeoutMs ? left() : perTryTimeoutMs
      const { signal, abort } = createAbort()
      let isOpen = true
      const timer = clock.setTimeout(() => {
        isOpen = false
        abort()
        const error = timeoutError()
        failed(n, o.idempotent, 0, () => reject(error))
      }, forMs)

      function close(act: () => void): void {
        if (!isOpen) return
        isOpen = false
        clock.clearTimeout(timer)
        act()
      }
      function thrown(error: unknown): void {
        const may = o.idempotent || (error instanceof Error && error.name === 'NotSent')
        close(() => failed(n, may, 0, () => reject(error)))
      }
      function answered(response: Response): void {
        const end = (): void => resolve(response)
        if (response.status < 500) close(end)
        else close(() => failed(n, o.idempotent, response.retryAfterMs ?? 0, end))
      }
      try {
        void attempt(n, clock.now() + forMs, signal).then(answered, thrown)
      } catch (error) {
        thrown(error)
      }
    }

    function failed(n: number, may: boolean, askedMs: number, end: () => void): void {
      const waitMs = askedMs + rng.int((bounds[n - 1] ?? capMs) + 1)
      if (!may || n === maxAttempts || waitMs >= left() || tokens < 1) {
        end()
        return
      }
      tokens--
      clock.setTimeout(() => begin(n + 1), waitMs)
    }
  }

  return { call }
}

function timeoutError(): Error {
  const error = new Error('no answer in time')
  error.name = 'TimeoutError'
  return error
}
