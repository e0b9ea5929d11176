import { settled, VirtualTime } from '@five-pillars/simulator'
import {
  asked,
  BrokenPromise,
  quoted,
  stepLines,
  SubjectThrew,
  thrownText,
} from '@five-pillars/suite'

import type { Cache, CacheOptions } from '../../src/cache.ts'
import { Model } from './model.ts'
import type { Expected, Result } from './model.ts'
import { textOf } from './subject.ts'
import type { Subject } from './subject.ts'

/** What a `get` has come to by now. */
export type Outcome =
  | { readonly kind: 'pending' }
  | Result
  /** What its load threw came out of `get` itself. */
  | { readonly kind: 'escaped' }
  | { readonly kind: 'no-promise'; readonly value: unknown }

/** A `get`, and what was seen of it. */
export interface Asked {
  /** Counted from 1: its load has the same number. */
  readonly n: number
  readonly key: string
  readonly at: number
  readonly expected: Expected
  /** Whether more keys were held before than there is room for. */
  readonly wasCrowded: boolean
  /** How often its load was called. */
  loads: number
  outcome: Outcome
  /** What `get` gave, if it was a promise. */
  answer?: Promise<unknown>
}

/** A cache, its clock and its loads: keeps the books that the promises compare it with. */
export class Bench {
  readonly model: Model
  readonly time: VirtualTime
  /** Every `get` so far. */
  readonly gets: Asked[] = []
  readonly #cache: Cache<unknown>
  readonly #loads = new Map<number, PromiseWithResolvers<unknown>>()
  readonly #lines: string[] = []
  /** What was done since promises went on. */
  #batch: (() => string)[] = []
  #thrown: { readonly error: unknown } | undefined

  /** @param time where it stands; default: a time of its own that begins at 0 */
  constructor(subject: Subject, options: CacheOptions, time: VirtualTime = new VirtualTime()) {
    this.model = new Model(options)
    this.time = time
    const { clock } = time
    const guarded = {
      now: () => clock.now(),
      setTimeout: (fn: () => void, ms: number) => clock.setTimeout(() => this.#guard(fn), ms),
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
    }
    this.#cache = asked('createCache', () => subject.createCache<unknown>({ ...options }, guarded))
  }

  /** @param isBroken whether its load throws at once */
  get(key: string, isBroken = false): Asked {
    const n = this.gets.length + 1
    const wasCrowded = this.model.isCrowded
    const expected = this.model.get(key, n, this.time.now)
    const one: Asked = {
      n,
      key,
      at: this.time.now,
      expected,
      wasCrowded,
      loads: 0,
      outcome: PENDING,
    }
    this.gets.push(one)
    this.#batch.push(() => `${nameOf(one)}${deedOf(one)}`)
    if (isBroken) this.model.end(n, failureOf(n))
    // Replays call it by this name.
    const load = (): Promise<unknown> => {
      one.loads++
      if (isBroken) throw errorOf(n)
      return this.#load(n)
    }
    this.#ask(one, load)
    return one
  }

  /** Says what a load comes to; who waits for it hears of it when promises go on. */
  end(n: number, result: Result): void {
    this.model.end(n, result)
    this.#batch.push(() => `load ${n} ${resultText(result)}`)
    const load = this.#loads.get(n)
    if (result.kind === 'value') load?.resolve(result.value)
    else load?.reject(result.error)
  }

  invalidate(key: string): void {
    this.model.invalidate(key)
    this.#batch.push(() => `invalidate ${quoted(key)}`)
    asked(
      `invalidate(${quoted(key)})`,
      () => this.#cache.invalidate(key),
      () => this.#story,
    )
  }

  size(): unknown {
    return asked(
      'size()',
      () => this.#cache.size(),
      () => this.#story,
    )
  }

  /** Lets promises go on. */
  async settle(): Promise<void> {
    await settled()
    this.model.settle(this.time.now)
    this.#turn()
    if (this.#thrown === undefined) return
    const { error } = this.#thrown
    throw new SubjectThrew(this.withStory(`A timer of yours threw ${thrownText(error)}`), {
      cause: error,
    })
  }

  async pass(ms: number): Promise<void> {
    await this.settle()
    await this.time.pass(ms)
  }

  /** @throws {BrokenPromise} with the sentence and the story so far */
  broken(sentence: string): never {
    throw new BrokenPromise(this.withStory(sentence))
  }

  withStory(sentence: string): string {
    this.#turn()
    return `${sentence}\n${this.#story}`
  }

  get #story(): string {
    const { capacity, ttlMs, staleMs } = this.model.options
    const stale = staleMs === undefined ? '' : `, staleMs ${staleMs}`
    const given = `  (capacity ${capacity}, ttlMs ${ttlMs}${stale})`
    return [given, ...(this.#lines.length === 0 ? [] : [stepLines(this.#lines)])].join('\n')
  }

  #turn(): void {
    if (this.#batch.length === 0) return
    const deeds = this.#batch.map((text) => text())
    const left = deeds.length - DEEDS_MAX
    const shown = left > 1 ? [...deeds.slice(0, DEEDS_MAX), `and ${left} more`] : deeds
    this.#lines.push(`${this.time.now} ms: ${shown.join(', ')}`)
    this.#batch = []
  }

  #ask(one: Asked, load: () => Promise<unknown>): void {
    let answer: unknown
    try {
      answer = this.#cache.get(one.key, load)
    } catch (error) {
      if (thrownText(error) === thrownText(errorOf(one.n))) {
        one.outcome = { kind: 'escaped' }
        return
      }
      throw new SubjectThrew(this.withStory(`get(${quoted(one.key)}) threw ${thrownText(error)}`), {
        cause: error,
      })
    }
    if (!isThenable(answer)) {
      one.outcome = { kind: 'no-promise', value: answer }
      return
    }
    one.answer = Promise.resolve(answer)
    void one.answer.then(
      (value) => void (one.outcome = { kind: 'value', value }),
      (error: unknown) => void (one.outcome = { kind: 'error', error }),
    )
  }

  #load(n: number): Promise<unknown> {
    const load = this.#loads.get(n) ?? Promise.withResolvers<unknown>()
    this.#loads.set(n, load)
    // A submission may let go of it: then nobody hears of its failure.
    load.promise.catch(() => undefined)
    return load.promise
  }

  #guard(fn: () => void): void {
    try {
      fn()
    } catch (error) {
      this.#thrown ??= { error }
    }
  }
}

const PENDING: Outcome = { kind: 'pending' }

/** A line has room for so many. */
const DEEDS_MAX = 6

/** What load n brings, unless a test wants something else. */
export function valueOf(n: number): Result {
  return { kind: 'value', value: `v${n}` }
}

export function failureOf(n: number): Result {
  return { kind: 'error', error: errorOf(n) }
}

function errorOf(n: number): Error {
  if (n < 1) throw new Error('sentinel-cache-bench.ts: loads are counted from 1')
  return new Error(`load ${n} failed`)
}

/** `get 3 of A`. */
export function nameOf({ n, key }: Pick<Asked, 'n' | 'key'>): string {
  return `get ${n} of ${quoted(key)}`
}

/** What was seen of a `get`: ` loads`, ` gives v1`, or nothing yet. */
function deedOf({ loads, outcome }: Asked): string {
  const loaded = loads === 0 ? [] : [loads === 1 ? 'loads' : `loads ${loads} times`]
  const came = outcome.kind === 'pending' ? [] : [outcomeText(outcome)]
  const deeds = [...loaded, ...came]
  return deeds.length === 0 ? ' waits' : ` ${deeds.join(' and ')}`
}

/** `gives v1`, `rejects with Error: load 1 failed`. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'pending':
      return 'waits'
    case 'escaped':
      return 'throws what its load threw'
    case 'no-promise':
      return `gives ${textOf(outcome.value)}, which is no promise`
    case 'value':
    case 'error':
      return resultText(outcome)
  }
}

function resultText(result: Result): string {
  if (result.kind === 'value') return `gives ${textOf(result.value)}`
  return `rejects with ${thrownText(result.error)}`
}

function isThenable(answer: unknown): answer is PromiseLike<unknown> {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'then' in answer &&
    typeof answer.then === 'function'
  )
}
