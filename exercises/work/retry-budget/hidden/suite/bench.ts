import { createRng, VirtualTime } from '@five-pillars/simulator'
import type { Rng } from '@five-pillars/simulator'
import { asked, BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { Abort, AbortSignal, Caller, Response, RetryPolicy } from '../../src/retry-budget.ts'
import type { Called, End, Try } from './called.ts'
import { isSame } from './called.ts'
import type { Subject } from './checks.ts'
import { AttemptError, durationOf, outcomeOf } from './endings.ts'
import type { Ending } from './endings.ts'
import { storyOf } from './story.ts'
import { kindOf } from './words.ts'

export type Policy = Readonly<RetryPolicy>

export interface Setting {
  readonly seed?: number
  /** The world in which it stands; default one of its own. */
  readonly time?: VirtualTime
  /** Called whenever all that was due at a time has happened. */
  readonly look?: (bench: Bench) => void
}

/** How a call is made: its attempts end so, the last ending repeats itself. */
export interface Script {
  readonly endings: readonly [Ending, ...Ending[]]
  /** From its begin to its deadline. */
  readonly forMs: number
  readonly idempotent: boolean
}

/** Not the begin of time, so that a time since the start is no time of the clock. */
const START_MS = 50_000

/** Whoever goes on for ever is told so. */
const TRIES_MAX = 300

/** A caller and its calls: keeps the books that the promises compare them with. */
export class Bench {
  readonly policy: Policy
  readonly time: VirtualTime
  readonly calls: Called[] = []
  /** Whether an answer came so close to a time-out that nobody can tell which was first. */
  isUnclear = false
  readonly #look: (bench: Bench) => void
  readonly #caller: Caller
  readonly #aborts = new Map<unknown, { at: number | undefined }>()
  #thrown: unknown

  constructor(subject: Subject, policy: Policy, { seed = 1, time, look }: Setting = {}) {
    this.policy = policy
    this.#look = look ?? (() => {})
    this.time = time ?? new VirtualTime(START_MS)
    const { clock } = this.time
    const guarded = {
      now: () => clock.now(),
      setTimeout: (fn: () => void, ms: number) => clock.setTimeout(() => this.#guard(fn), ms),
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
    }
    const rng: Rng = createRng(seed)
    this.#caller = asked('createCaller', () => {
      return subject.createCaller(Object.freeze({ ...policy }), guarded, rng, () => this.#abort())
    })
  }

  /** Begins a call. */
  call({ endings, forMs, idempotent }: Script): Called {
    const at = this.time.now
    const name = `call ${this.calls.length + 1}`
    const deadline = at + forMs
    const called: Called = { name, at, deadline, idempotent, endings, tries: [], end: undefined }
    this.calls.push(called)
    const options = Object.freeze({ deadline, idempotent })
    const result = asked(
      name,
      () => this.#caller.call((...given) => this.#attempt(called, given), options),
      () => this.story(called),
    )
    void this.#follow(called, result)
    return called
  }

  /** Some call of it, where any will do. */
  get anyCall(): Called {
    const [called] = this.calls
    if (called === undefined) throw new Error('Nobody has called')
    return called
  }

  async pass(ms: number): Promise<void> {
    await this.time.pass(ms, () => this.#look(this))
    if (this.#thrown === undefined) return
    if (this.#thrown instanceof AttemptError) {
      throw new BrokenPromise('An attempt threw, and nobody caught it.')
    }
    const sentence = `A timer of yours threw ${thrownText(this.#thrown)}`
    throw new SubjectThrew(sentence, { cause: this.#thrown })
  }

  /** Lets time pass until every call has ended, or ought to have. */
  async finish(): Promise<void> {
    for (let left = TRIES_MAX; left > 0; left--) {
      const open = this.calls.filter(({ end }) => end === undefined)
      if (open.length === 0) return
      const longest = Math.max(...open.map(({ deadline }) => deadline - this.time.now))
      if (longest < -1) return
      await this.pass(Math.max(0, Math.min(longest, 1000)) + 2)
    }
  }

  story(called: Called): string {
    return storyOf(this, called)
  }

  broken(sentence: string, called: Called): never {
    if (sentence === '') throw new Error('sentinel-retry-budget-bench.ts: nothing is broken')
    throw new BrokenPromise(`${sentence}\n${this.story(called)}`)
  }

  async #follow(called: Called, result: Promise<Response>): Promise<void> {
    called.end = await Promise.resolve(result).then(
      (response: unknown) => this.#end(true, statusOf(response)),
      (error: unknown) => this.#end(false, thrownText(error)),
    )
  }

  #end(isFulfilled: boolean, what: string): End {
    return { at: this.time.now, isFulfilled, what }
  }

  #abort(): Abort {
    const record: { at: number | undefined } = { at: undefined }
    const signal: AbortSignal = {
      get aborted() {
        return record.at !== undefined
      },
    }
    this.#aborts.set(signal, record)
    return {
      signal,
      abort: () => {
        record.at ??= this.time.now
      },
    }
  }

  #attempt(called: Called, given: readonly unknown[]): Promise<Response> {
    const { endings, tries, deadline } = called
    const nth = tries.length + 1
    if (nth > TRIES_MAX) throw new Error(`${TRIES_MAX} attempts of one call are too many`)
    const ending = endings[nth - 1] ?? endings.at(-1) ?? { kind: 'hangs' }
    const at = this.time.now
    const untilMs = Math.min(at + this.policy.perTryTimeoutMs, deadline)
    const isTimedOut = at + durationOf(ending) > untilMs
    this.isUnclear ||= isSame(at + durationOf(ending), untilMs)
    const abort = this.#aborts.get(given[2])
    const one: Try = {
      nth,
      at,
      given: { n: given[0], deadline: given[1], isAborted: abort?.at !== undefined },
      abort,
      ending,
      untilMs,
      isTimedOut,
      endsAt: isTimedOut ? untilMs : at + durationOf(ending),
      outcome: outcomeOf(ending, isTimedOut),
    }
    tries.push(one)
    return this.#answer(one)
  }

  #answer({ ending, nth }: Try): Promise<Response> {
    if (ending.kind === 'throws') throw new AttemptError(nth, ending.isSent)
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    if (ending.kind === 'hangs') return promise
    // Late rejections are nobody's.
    promise.catch(() => {})
    this.time.later(() => {
      if (ending.kind === 'rejects') reject(new AttemptError(nth, ending.isSent))
      else resolve(responseOf(ending))
    }, ending.afterMs)
    return promise
  }

  #guard(fn: () => void): void {
    try {
      fn()
    } catch (error) {
      this.#thrown ??= error
    }
  }
}

function responseOf({ status, retryAfterMs }: Extract<Ending, { kind: 'answers' }>): Response {
  return Object.freeze(retryAfterMs === undefined ? { status } : { status, retryAfterMs })
}

function statusOf(response: unknown): string {
  const isObject = typeof response === 'object' && response !== null
  if (!isObject || !('status' in response)) return kindOf(response)
  return typeof response.status === 'number' ? String(response.status) : kindOf(response.status)
}
