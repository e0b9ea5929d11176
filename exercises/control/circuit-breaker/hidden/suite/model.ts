import { counted } from '@five-pillars/suite'

import type { State } from '../../src/circuit-breaker.ts'
import type { Options } from './subject.ts'
import { clockText } from './words.ts'

export interface Change {
  readonly state: State
  readonly at: number
  readonly why: string
}

/** A call that was let through. */
export interface Ticket {
  readonly nth: number
  readonly begunAt: number
}

interface Ended {
  readonly at: number
  readonly hasFailed: boolean
}

/** A breaker as the brief has it. Time comes with each question, and never goes back. */
export class Model {
  readonly #options: Options
  /** All changes so far. */
  readonly changes: Change[] = []
  #state: State = 'closed'
  #since = -Infinity
  #why = 'no call that counts has ended'
  #successes = 0
  readonly #ended: Ended[] = []
  /** Those that may still count: a change of the state forgets them. */
  readonly #underWay = new Set<Ticket>()

  constructor(options: Options) {
    if (options.minCalls < 1) throw new Error('sentinel-circuit-breaker-model.ts: minCalls is 1 up')
    this.#options = options
  }

  stateAt(now: number): State {
    this.#goOn(now)
    return this.#state
  }

  /** Why it is in its present state. */
  why(now: number): string {
    if (this.stateAt(now) !== 'closed') return this.#why
    const { minCalls, failureRate } = this.#options
    const { length } = this.#inWindow(now)
    if (length === 0) return this.#why
    const share = this.#shareText(now)
    if (length < minCalls) return `${share}, and minCalls is ${minCalls}`
    return `${share}, and failureRate is ${failureRate}`
  }

  /** Why it lets a call through just now, or refuses it. */
  whyCall(now: number): string {
    const state = this.stateAt(now)
    if (state !== 'half-open') return `the breaker is ${state} (${this.why(now)})`
    const { halfOpenMax } = this.#options
    const busy = counted(this.#underWay.size, 'call')
    return `it is half-open, with ${busy} under way, and halfOpenMax is ${halfOpenMax}`
  }

  /** Begins a call; null where it is refused. */
  begin(nth: number, now: number): Ticket | null {
    const state = this.stateAt(now)
    if (state === 'open') return null
    if (state === 'half-open' && this.#underWay.size >= this.#options.halfOpenMax) return null
    const ticket = { nth, begunAt: now }
    this.#underWay.add(ticket)
    return ticket
  }

  end(ticket: Ticket, how: 'ok' | 'failed' | 'excused', now: number): void {
    this.#goOn(now)
    if (!this.#underWay.delete(ticket) || how === 'excused') return
    if (this.#state === 'half-open') this.#endProbe(ticket, how, now)
    else this.#endCall(how === 'failed', now)
  }

  #endProbe({ nth }: Ticket, how: 'ok' | 'failed', now: number): void {
    if (how === 'failed') {
      this.#enter('open', now, `call ${nth} failed while it was half-open`)
      return
    }
    this.#successes++
    const { successesToClose } = this.#options
    if (this.#successes < successesToClose) return
    const all = counted(this.#successes, 'call')
    this.#enter('closed', now, `${all} went well while it was half-open`)
  }

  #endCall(hasFailed: boolean, now: number): void {
    this.#ended.push({ at: now, hasFailed })
    const ended = this.#inWindow(now)
    const failed = ended.filter((one) => one.hasFailed).length
    const { minCalls, failureRate } = this.#options
    if (ended.length < minCalls || failed / ended.length < failureRate) return
    const share = `${failed} of ${counted(ended.length, 'call')} that ended`
    const { windowMs } = this.#options
    this.#enter(
      'open',
      now,
      `${share} in the ${clockText(windowMs)} before ${clockText(now)} failed`,
    )
  }

  /** What happens by itself. */
  #goOn(now: number): void {
    for (;;) {
      const at = this.#nextAt()
      if (at > now) return
      if (this.#state === 'open') this.#enter('half-open', at, this.#whyHalfOpen())
      else this.#enter('open', at, this.#whyOverdue())
    }
  }

  #nextAt(): number {
    if (this.#state === 'closed') return Infinity
    if (this.#state === 'open') return this.#since + this.#options.openMs
    const begun = [...this.#underWay].map(({ begunAt }) => begunAt)
    return Math.min(...begun) + this.#options.openMs
  }

  #whyHalfOpen(): string {
    return `it opened at ${clockText(this.#since)}, and openMs is ${clockText(this.#options.openMs)}`
  }

  #whyOverdue(): string {
    const [first] = [...this.#underWay].toSorted((a, b) => a.begunAt - b.begunAt)
    const openMs = clockText(this.#options.openMs)
    return `call ${first?.nth} has been under way for ${openMs}, and so has failed`
  }

  #enter(state: State, at: number, why: string): void {
    this.#state = state
    this.#since = at
    this.#why = why
    this.#successes = 0
    this.#ended.length = 0
    this.#underWay.clear()
    this.changes.push({ state, at, why })
  }

  #inWindow(now: number): Ended[] {
    return this.#ended.filter(({ at }) => now - at < this.#options.windowMs)
  }

  #shareText(now: number): string {
    const ended = this.#inWindow(now)
    const failed = ended.filter((one) => one.hasFailed).length
    const window = clockText(this.#options.windowMs)
    return `${failed} of ${counted(ended.length, 'call')} that ended in the last ${window} failed`
  }
}
