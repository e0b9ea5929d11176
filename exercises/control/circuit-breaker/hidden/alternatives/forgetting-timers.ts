import type { Clock } from '@five-pillars/simulator'

type State = 'closed' | 'open' | 'half-open'
type Listener = (state: State, at: number) => void

interface Options {
  failureRate: number
  minCalls: number
  windowMs: number
  openMs: number
  halfOpenMax: number
  successesToClose: number
}

/**
 * Counts up when a call ends and down when it leaves the window, by timers: no list of calls. The
 * clock is asked as well, so that `state` is right whoever comes first.
 */
export function createBreaker(options: Options, clock: Clock) {
  const { failureRate, minCalls, windowMs, openMs, halfOpenMax, successesToClose } = options
  const news = createNews()
  const counts = { calls: 0, failures: 0, tries: 0, successes: 0 }
  let turn = 0
  let state: State = 'closed'
  let openUntil = Number.NEGATIVE_INFINITY

  const change = (to: State): void => {
    turn++
    state = to
    Object.assign(counts, { calls: 0, failures: 0, tries: 0, successes: 0 })
    if (to === 'open') {
      openUntil = clock.now() + openMs
      clock.setTimeout(look, openMs)
    }
    news.tell(to, clock.now())
  }

  /** The clock may be a hair early. */
  const look = (): void => {
    if (state === 'open' && clock.now() > openUntil - 0.001) change('half-open')
  }

  const note = (mine: number, failures: 0 | 1): void => {
    if (mine !== turn || state === 'open') return
    if (state === 'half-open') {
      if (failures === 1) change('open')
      else if (++counts.successes === successesToClose) change('closed')
      return
    }
    counts.calls++
    counts.failures += failures
    clock.setTimeout(() => {
      if (mine !== turn) return
      counts.calls--
      counts.failures -= failures
    }, windowMs)
    const successes = counts.calls - counts.failures
    if (counts.calls >= minCalls && successes <= (1 - failureRate) * counts.calls) change('open')
  }

  /** Begins a call; returns what ends it, with how many failures it was, if it counts. */
  const begin = (): ((failures: 0 | 1 | undefined) => void) => {
    const mine = turn
    let isUnderWay = true
    counts.tries++
    const overdue = (): void => {
      if (isUnderWay) note(mine, 1)
    }
    if (state === 'half-open') clock.setTimeout(overdue, openMs)
    return (failures) => {
      isUnderWay = false
      if (mine === turn) counts.tries--
      if (failures !== undefined) note(mine, failures)
    }
  }

  return {
    get call() {
      return <T>(fn: () => Promise<T>, isFailure?: (error: unknown) => boolean): Promise<T> => {
        look()
        const isRefused = state === 'open' || (state !== 'closed' && counts.tries >= halfOpenMax)
        if (isRefused) return Promise.reject(new Error(`${state}: refused`))
        return watch(fn, isFailure, begin())
      }
    },
    state: () => (look(), state),
    onState: (cb: Listener) => news.add(cb),
  }
}

async function watch<T>(
  fn: () => Promise<T>,
  isFailure: ((error: unknown) => boolean) | undefined,
  end: (failures: 0 | 1 | undefined) => void,
): Promise<T> {
  let failures: 0 | 1 | undefined = 0
  try {
    return await fn()
  } catch (error) {
    failures = (isFailure?.(error) ?? true) ? 1 : undefined
    throw error
  } finally {
    end(failures)
  }
}

/** Listeners that are gone keep their place, so that nobody is passed over. */
function createNews() {
  const listeners: { cb: Listener; isGone: boolean }[] = []
  return {
    add(cb: Listener) {
      const listener = { cb, isGone: false }
      listeners.push(listener)
      return () => void (listener.isGone = true)
    },
    tell(state: State, at: number): void {
      const hearing = listeners.slice()
      for (const { cb, isGone } of hearing) if (!isGone) cb(state, at)
    },
  }
}

if (createBreaker.length !== 2) {
  throw new Error('sentinel-circuit-breaker-forgetting-timers.ts: options and a clock')
}
