import type { Clock } from '@five-pillars/simulator'

export type State = 'closed' | 'open' | 'half-open'
type Listener = (state: State, at: number) => void

interface Options {
  failureRate: number
  minCalls: number
  windowMs: number
  openMs: number
  halfOpenMax: number
  successesToClose: number
}

export interface Breaker {
  call<T>(fn: () => Promise<T>, isFailure?: (error: unknown) => boolean): Promise<T>
  state(): State
  onState(cb: Listener): () => void
}

/** From one change to the next. A call that ends in another period than it began in is nothing. */
interface Period {
  readonly state: State
  underWay: number
  successes: number
  /** Calls that ended, of those that are still in the window. */
  ended: { readonly at: number; readonly isOk: boolean }[]
}

/** Why a call was not made. */
export class Refused extends Error {
  override name = 'Refused'
}

export function createBreaker(o: Options, clock: Clock): Breaker {
  const listeners = new Set<{ cb: Listener }>()
  let present = periodOf('closed')

  function enter(state: State): void {
    present = periodOf(state)
    if (state === 'open') clock.setTimeout(() => enter('half-open'), o.openMs)
    const hearing = [...listeners]
    const at = clock.now()
    for (const { cb } of hearing) cb(state, at)
  }

  /** Begins a call; returns what ends it, once: well, badly, or with an error that says nothing. */
  function begin(period: Period): (how: 'ok' | 'failed' | 'excused') => void {
    let isUnderWay = true
    period.underWay++
    if (period.state === 'half-open') clock.setTimeout(() => end('failed'), o.openMs)
    return end

    function end(how: 'ok' | 'failed' | 'excused'): void {
      if (!isUnderWay) return
      isUnderWay = false
      period.underWay--
      if (period.state === present.state && how !== 'excused') count(present, how === 'ok')
    }
  }

  function count(period: Period, isOk: boolean): void {
    if (period.state === 'half-open') {
      if (!isOk) enter('open')
      else if (++period.successes >= o.successesToClose) enter('closed')
      return
    }
    const now = clock.now()
    const ended = [...period.ended.filter(({ at }) => now - at < o.windowMs), { at: now, isOk }]
    period.ended = ended
    const failed = ended.filter((call) => !call.isOk)
    if (ended.length >= o.minCalls && failed.length / ended.length >= o.failureRate) enter('open')
  }

  return {
    async call(fn, isFailure = () => true) {
      const { state, underWay } = present
      if (state === 'open' || (state === 'half-open' && underWay >= o.halfOpenMax)) {
        throw new Refused(`Not called: the breaker is ${state}.`)
      }
      const end = begin(present)
      try {
        const result = await fn()
        end('ok')
        return result
      } catch (error) {
        end(isFailure(error) ? 'failed' : 'excused')
        throw error
      }
    },
    state: () => present.state,
    onState(cb) {
      const listener = { cb }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function periodOf(state: State): Period {
  if (state.length === 0) throw new Error('sentinel-circuit-breaker-same-name.ts: no state')
  return { state, underWay: 0, successes: 0, ended: [] }
}
