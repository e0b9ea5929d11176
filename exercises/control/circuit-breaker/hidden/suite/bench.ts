import { VirtualTime } from '@five-pillars/simulator'
import { asked, BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { Breaker } from '../../src/circuit-breaker.ts'
import { BackendDown, deedText, endOf, NotFound } from './deeds.ts'
import type { Deed } from './deeds.ts'
import { Diary } from './diary.ts'
import { Model } from './model.ts'
import type { Ticket } from './model.ts'
import type { Options, Subject } from './subject.ts'
import { clockText, shown } from './words.ts'

/** What a listener was told, as it was told it. */
export interface Told {
  readonly state: unknown
  readonly at: unknown
  readonly now: number
  /** What `state` said meanwhile. */
  readonly seen: unknown
}

/** How a promise was settled. */
interface Settled {
  readonly isOk: boolean
  readonly value: unknown
}

interface Call {
  readonly nth: number
  /** Null where it is to be refused. */
  readonly ticket: Ticket | null
  readonly why: string
  /** How often fn was called. */
  times: number
  /** What fn brought. */
  brought: Settled | null
  /** What the caller got. */
  got: Settled | null
}

export interface Setting {
  /** The time at which it all begins. */
  readonly startMs?: number
  /** Looked at before anything else whenever all that was due at a time has happened. */
  readonly look?: (bench: Bench) => void
}

export interface Manner {
  /** What fn brings instead of a value, or an error, of the suite's. */
  readonly value?: unknown
  /** Leaves out `isFailure`: each error counts. */
  readonly isStrict?: boolean
  /** Called by fn. */
  readonly act?: () => void
}

/** A breaker in a world of its own, beside the model that it is compared with. */
export class Bench {
  readonly options: Options
  readonly time: VirtualTime
  readonly model: Model
  readonly told: Told[] = []
  readonly #setting: Setting
  readonly #breaker: Breaker
  readonly #diary = new Diary()
  /** Calls that something may still come of. */
  #calls: Call[] = []
  #made = 0
  #thrown: { readonly error: unknown } | undefined

  constructor(subject: Subject, options: Options, setting: Setting = {}) {
    this.options = options
    this.#setting = setting
    this.time = new VirtualTime(setting.startMs ?? 0)
    this.model = new Model(options)
    const { clock } = this.time
    const guarded = {
      now: () => clock.now(),
      setTimeout: (fn: () => void, ms: number) => clock.setTimeout(() => this.#guard(fn), ms),
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
    }
    this.#breaker = this.#asked('createBreaker', () =>
      subject.createBreaker({ ...options }, guarded),
    )
  }

  get now(): number {
    return this.time.now
  }

  /** Makes a call, and lets what comes of it at once come. */
  async call(deed: Deed, manner: Manner = {}): Promise<void> {
    this.begin(deed, manner)
    await this.pass(0)
  }

  /** Makes a call; others may be made before anything comes of it. */
  begin(deed: Deed, manner: Manner = {}): void {
    const nth = ++this.#made
    const why = this.model.whyCall(this.now)
    const ticket = this.model.begin(nth, this.now)
    const call: Call = { nth, ticket, why, times: 0, brought: null, got: null }
    this.#calls.push(call)
    this.#diary.noteCall(this.now, nth, ticket === null ? ' (to refuse)' : '')
    const fn = (): Promise<unknown> => this.#play(call, deed, manner)
    const given: unknown = this.#asked('call', () => {
      try {
        return manner.isStrict === true ? this.#breaker.call(fn) : this.#breaker.call(fn, isFailure)
      } catch (error) {
        if (ticket === null) {
          this.broken(`Call ${nth} must reject: ${why}. It threw ${thrownText(error)}`)
        }
        if (call.brought === null || !Object.is(error, call.brought.value)) throw error
        return this.broken(`fn of call ${nth} threw at once, and so did call: it must reject.`)
      }
    })
    if (!(given instanceof Promise)) this.broken(`call gave ${shown(given)}, which is no promise.`)
    given.then(
      (value: unknown) => (call.got ??= { isOk: true, value }),
      (value: unknown) => (call.got ??= { isOk: false, value }),
    )
  }

  async pass(ms: number): Promise<void> {
    await this.time.pass(ms, () => this.look())
    this.look()
  }

  /** Subscribes; returns what ends it. */
  listen(hear: (told: Told) => void): () => void {
    const end: unknown = this.#asked('onState', () => {
      return this.#breaker.onState((...told: unknown[]) => {
        const [state, at] = told
        hear({ state, at, now: this.now, seen: this.#breaker.state() })
      })
    })
    if (typeof end !== 'function') return this.broken(`onState gave ${shown(end)}, no function.`)
    return () => this.#asked('what onState gave', () => void Reflect.apply(end, undefined, []))
  }

  /** Subscribes somebody whose news are compared with the model's. */
  listenAlways(): void {
    this.listen((told) => {
      this.told.push(told)
      this.note(`told: ${shown(told.state)}`)
    })
  }

  /** All that was due at this time has happened. */
  look(): void {
    if (this.#thrown !== undefined) this.#tellThrown(this.#thrown.error)
    this.model.stateAt(this.now)
    this.#setting.look?.(this)
    for (const call of this.#calls) this.#expectCall(call)
    this.#calls = this.#calls.filter(({ got }) => got === null)
    this.#expectState()
  }

  note(text: string): void {
    this.#note(text)
  }

  broken(sentence: string): never {
    throw new BrokenPromise(this.#withStory(sentence))
  }

  #withStory(sentence: string): string {
    return [sentence, `  (${this.#given})`, this.#diary.lines].join('\n').trimEnd()
  }

  /** The options that the story is about. */
  get #given(): string {
    const { failureRate, minCalls, windowMs, openMs, halfOpenMax, successesToClose } = this.options
    if (this.model.changes.length <= 1) {
      return `failureRate ${failureRate}, minCalls ${minCalls}, windowMs ${windowMs}`
    }
    return `openMs ${openMs}, halfOpenMax ${halfOpenMax}, successesToClose ${successesToClose}`
  }

  #play(call: Call, deed: Deed, manner: Manner): Promise<unknown> {
    call.times++
    manner.act?.()
    const isStray = call.times > 1 || call.ticket === null
    if (isStray || deed.kind === 'hangs') return new Promise(() => {})
    const isOk = deed.kind === 'ok'
    const value = 'value' in manner ? manner.value : (thrownBy(deed) ?? { answer: call.nth })
    const bring = (): void => this.#bring(call, deed, manner, { isOk, value })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const settle = isOk ? resolve : reject
    if ('afterMs' in deed && deed.afterMs > 0) {
      this.time.later(() => {
        bring()
        settle(value)
      }, deed.afterMs)
      return promise
    }
    bring()
    if (!('afterMs' in deed)) throw value
    settle(value)
    return promise
  }

  #bring(call: Call, deed: Deed, { isStrict = false }: Manner, brought: Settled): void {
    call.brought = brought
    const name = `call ${call.nth}`
    this.#diary.note(this.now, `${name} ${deedText(deed)}`, name)
    const end = endOf(deed)
    const how = end === 'excused' && isStrict ? 'failed' : end
    if (call.ticket !== null) this.model.end(call.ticket, how, this.now)
  }

  #expectCall({ nth, ticket, why, times, brought, got }: Call): void {
    const name = `Call ${nth}`
    if (ticket === null) {
      if (times > 0) this.broken(`${name} called fn, and must be refused: ${why}.`)
      if (got === null) this.broken(`${name} is to be refused, and nobody is told so at once.`)
      if (got.isOk) this.broken(`${name} is to be refused, and gave ${shown(got.value)}.`)
      return
    }
    if (times === 0) this.broken(`${name} did not call fn, and must be let through: ${why}.`)
    if (times > 1) this.broken(`${name} called fn ${times} times.`)
    if (got === null && brought === null) return
    if (brought === null) this.broken(`${name} was over before fn was.`)
    if (got === null) this.broken(`fn of call ${nth} is over, and its caller still waits.`)
    if (got.isOk === brought.isOk && Object.is(got.value, brought.value)) return
    const ways = [brought, got].map(({ isOk, value }) => {
      return `${isOk ? 'gave' : 'failed with'} ${shown(value)}`
    })
    this.broken(`fn of call ${nth} ${ways.join(', and its caller was told that it ')}.`)
  }

  #expectState(): void {
    const got: unknown = this.#asked('state', () => this.#breaker.state())
    const wanted = this.model.stateAt(this.now)
    if (got === wanted) return
    const when = clockText(this.now)
    const why = this.model.why(this.now)
    this.broken(`At ${when} the breaker is ${shown(got)}, and must be ${wanted}: ${why}.`)
  }

  #note(text: string): void {
    this.#diary.note(this.now, text)
  }

  #asked<Answer>(call: string, ask: () => Answer): Answer {
    return asked(call, ask, () => this.#withStory('').trimStart())
  }

  #guard(fn: () => void): void {
    try {
      fn()
    } catch (error) {
      this.#thrown ??= { error }
    }
  }

  #tellThrown(error: unknown): never {
    if (this.#made < 0) throw new Error('sentinel-circuit-breaker-bench.ts: calls are counted')
    const sentence = this.#withStory(`A timer of yours threw ${thrownText(error)}`)
    throw new SubjectThrew(sentence, { cause: error })
  }
}

/** What callers say of errors. */
function isFailure(error: unknown): boolean {
  return !(error instanceof NotFound)
}

/** Undefined where nothing is thrown. */
function thrownBy(deed: Deed): Error | undefined {
  const end = endOf(deed)
  if (end === 'ok') return undefined
  return end === 'excused' ? new NotFound() : new BackendDown()
}
