import type { Ask, Coded, Outcome, Place, Step } from '../../../replay/recorded-calls.ts'
import { Coder, Unrecordable } from './coder.ts'
import type { StandsFor } from './coder.ts'

/** A check that goes through so many calls is no smallest case. */
const STEPS_MAX = 20_000

type OpenStep = { -readonly [Key in keyof Step]: Step[Key] } & { asks: Ask[] }

/** What a question to the submission is about. */
interface Question {
  readonly do: Step['do']
  readonly at: Place
  readonly args: readonly unknown[]
}

/** What crosses the border from now on. Objects of the submission are but keys here. */
export class Recording {
  readonly #standsFor: StandsFor
  readonly #coder: Coder
  readonly #steps: Step[] = []
  /** Where steps go now: into the recording, or into the answer that is being made. */
  #into = this.#steps
  /** What the submission is busy with; undefined between steps. */
  #busy: OpenStep | undefined
  /** Where functions of the submission come from. */
  readonly #places = new Map<object, Place>()
  #idle: OpenStep | undefined
  #hasPassed = false
  #count = 0
  #isBroken = false

  constructor(standsFor: StandsFor, exports: Readonly<Record<PropertyKey, unknown>>) {
    this.#standsFor = standsFor
    this.#coder = new Coder(standsFor)
    for (const [name, exported] of Object.entries(exports)) {
      const original = this.#original(exported)
      if (original !== undefined) this.#places.set(original, name)
    }
  }

  /** All steps until now; undefined where they are too many, or cannot be told. */
  get steps(): readonly Step[] | undefined {
    return this.#isBroken || this.#steps.length === 0 ? undefined : this.#steps
  }

  /** Calls a function of the submission, or constructs one of its classes. */
  called<Result>(
    how: 'call' | 'new',
    fn: object,
    args: readonly unknown[],
    act: () => Result,
  ): Result {
    const at = this.#places.get(fn) ?? this.#coder.refOf(fn)
    return this.#stepped({ do: how, at, args }, act)
  }

  read(of: object, key: PropertyKey, act: () => unknown): unknown {
    const at = this.#placeOf(of, key)
    const before = this.#busy
    this.#busy = undefined
    const found = act()
    this.#busy = before
    // A method is read before it is called: only the call is a step.
    if (typeof found === 'function') {
      const original = this.#original(found)
      if (original !== undefined && at !== undefined) this.#places.set(original, at)
      return found
    }
    if (at !== undefined) this.#noteRead(at, found)
    return found
  }

  wrote(of: object, key: PropertyKey, value: unknown, act: () => boolean): boolean {
    const at = this.#placeOf(of, key)
    return at === undefined ? act() : this.#stepped({ do: 'set', at, args: [value] }, act)
  }

  /** Answers the submission: calls a function that it was given. */
  asked<Result>(fn: object, self: unknown, args: readonly unknown[], answer: () => Result): Result {
    const before = this.#busy
    const into = this.#into
    const busy = before ?? this.#meanwhile()
    const of = this.#coder.functionOf(fn, self)
    const coded = this.#coding(() => args.map((arg) => this.#coder.code(arg)))
    if (of === undefined) this.#isBroken = true
    if (busy === undefined || of === undefined || coded === undefined) return answer()
    const steps: Step[] = []
    this.#into = steps
    this.#busy = undefined
    let outcome: Outcome | undefined
    try {
      const given = answer()
      const answered = this.#coding(() => this.#coder.codeAnswer(given))
      outcome = answered === undefined ? undefined : { gave: answered }
      if (given instanceof Promise) this.#await(given, 'answered')
      return given
    } catch (error) {
      outcome = this.#outcome('threw', error)
      throw error
    } finally {
      this.#into = into
      this.#busy = before
      if (outcome !== undefined) {
        const given = coded.length === 0 ? {} : { args: coded }
        busy.asks.push({ of, ...given, outcome, ...(steps.length === 0 ? {} : { steps }) })
      }
    }
  }

  /** A suite may read the same again and again, which tells nothing new. */
  #noteRead(at: Place, found: unknown): void {
    const outcome = this.#outcome('gave', found)
    const before = this.#into.at(-1)
    const isSame =
      before?.do === 'get' && textOf([before.at, before.outcome]) === textOf([at, outcome])
    const step = isSame ? undefined : this.#open({ do: 'get', at, args: [] })
    if (step !== undefined && outcome !== undefined) step.outcome = outcome
  }

  /** A step for what the submission does by itself, between those of the suite. */
  #meanwhile(): OpenStep | undefined {
    if (this.#idle !== undefined && this.#idle === this.#into.at(-1)) return this.#idle
    this.#idle = this.#open({ do: 'meanwhile', at: '', args: [] })
    return this.#idle
  }

  #original(value: unknown): object | undefined {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
    return isObject ? this.#standsFor(value) : undefined
  }

  #placeOf(of: object, key: PropertyKey): Place | undefined {
    if (typeof key === 'string') return { of: this.#coder.refOf(of), key }
    const coded = this.#coding(() => this.#coder.code(key))
    if (!Array.isArray(coded) || typeof coded[1] !== 'string') return undefined
    return { of: this.#coder.refOf(of), key: ['y', coded[1]] }
  }

  /** Does something in a step of its own, and notes what came of it. */
  #stepped<Result>(question: Question, act: () => Result): Result {
    const step = this.#open(question)
    if (step === undefined) return act()
    const before = this.#busy
    this.#busy = step
    try {
      const gave = act()
      step.outcome = this.#outcome('gave', gave) ?? step.outcome
      if (gave instanceof Promise) this.#await(gave, 'settled')
      return gave
    } catch (error) {
      step.outcome = this.#outcome('threw', error) ?? step.outcome
      throw error
    } finally {
      this.#busy = before
    }
  }

  #open({ args, ...rest }: Question): OpenStep | undefined {
    this.#count += 1
    if (this.#count > STEPS_MAX) this.#isBroken = true
    if (this.#isBroken) return undefined
    const coded = this.#coding(() => args.map((arg) => this.#coder.code(arg)))
    if (coded === undefined) return undefined
    const step: OpenStep = {
      ...rest,
      args: coded,
      outcome: { gave: ['u'] },
      asks: [],
      ...(this.#hasPassed ? { later: true } : {}),
    }
    this.#into.push(step)
    this.#hasPassed = false
    // Promises have gone on when the next step finds it so.
    void Promise.resolve().then(() => (this.#hasPassed = true))
    return step
  }

  #await(promise: Promise<unknown>, how: 'settled' | 'answered'): void {
    const at = this.#coder.refOf(promise)
    const settle = (came: 'gave' | 'threw', value: unknown): void => {
      const outcome = this.#outcome(came, value)
      if (outcome !== undefined) this.#steps.push({ do: how, at, outcome, later: true })
    }
    promise.then(
      (value) => settle('gave', value),
      (error: unknown) => settle('threw', error),
    )
  }

  #outcome(how: 'gave' | 'threw', value: unknown): Outcome | undefined {
    const coded = this.#coding(() => this.#coder.code(value))
    if (coded === undefined) return undefined
    return how === 'gave' ? { gave: coded } : { threw: coded }
  }

  #coding<Text extends Coded | Coded[]>(act: () => Text): Text | undefined {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof Unrecordable)) throw error
      this.#isBroken = true
      return undefined
    }
  }
}

function textOf(value: unknown): string {
  return JSON.stringify(value)
}
