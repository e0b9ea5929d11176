import type { VirtualTime } from '@five-pillars/simulator'
import {
  asked,
  BrokenPromise,
  quoted,
  stepLines,
  SubjectThrew,
  thrownText,
} from '@five-pillars/suite'

import type { Alert, Alerter } from '../../src/anomaly-detector.ts'
import type { Subject } from '../../scenario.ts'
import { PageBook } from './page-book.ts'
import type { Due, Limits } from './page-book.ts'
import { clockText, durationText, kindOf } from './words.ts'

/** A page as a listener was given it, which may be anything. */
export interface Heard {
  readonly kind: unknown
  readonly at: unknown
  readonly groups: unknown
  readonly now: number
}

/** What one look has found: what was due since the last one, and what came. */
export interface Sight {
  readonly due: readonly Due[]
  readonly heard: readonly Heard[]
}

export type Look = (sight: Sight, pager: Pager) => void

interface Note {
  readonly at: number
  readonly text: string
}

/** An alerter on a clock of its own, beside the book that says what it has to do. */
export class Pager {
  readonly limits: Limits
  readonly time: VirtualTime
  readonly book: PageBook
  readonly #alerter: Alerter
  readonly #groupOf: (source: string) => string
  readonly #look: Look
  readonly #notes: Note[] = []
  readonly #startMs: number
  #heard: Heard[] = []
  #thrown: { readonly cause: unknown } | undefined

  constructor(
    { createAlerter }: Subject,
    limits: Limits,
    setting: { groupOf: (source: string) => string; look: Look; time: VirtualTime },
  ) {
    this.limits = limits
    this.time = setting.time
    this.book = new PageBook(limits)
    this.#groupOf = setting.groupOf
    this.#look = setting.look
    this.#startMs = this.time.now
    const groupBy = ({ source }: Alert): string => setting.groupOf(source)
    const { clock } = this.time
    const guarded = {
      now: () => clock.now(),
      setTimeout: (fn: () => void, ms: number) => clock.setTimeout(() => this.#guard(fn), ms),
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
    }
    const options = Object.freeze({ ...limits, groupBy })
    this.#alerter = asked('createAlerter(…)', () => createAlerter(options, guarded))
    this.listen((heard) => void this.#heard.push(heard))
  }

  /** Adds a listener. */
  listen(hear: (heard: Heard) => void): void {
    asked('onPage(…)', () => {
      this.#alerter.onPage((page: unknown) => {
        const isPage = typeof page === 'object' && page !== null
        const field = (key: string): unknown => (isPage ? Reflect.get(page, key) : undefined)
        const groups = field('groups')
        const copy: unknown = Array.isArray(groups) ? [...groups] : groups
        const heard = { kind: field('kind'), at: field('at'), groups: copy }
        hear({ ...heard, now: this.time.now })
      })
    })
  }

  feed(source: string, anomaly: boolean): void {
    const at = this.time.now
    const group = this.#groupOf(source)
    const state = anomaly ? 'bad' : 'good'
    this.#notes.push({ at, text: `${quoted(source)} of ${quoted(group)} is ${state}` })
    this.book.feed(group, source, anomaly, at)
    const alert = Object.freeze({ source, service: 'all', anomaly })
    asked(
      `feed(${quoted(source)} is ${state})`,
      () => this.#alerter.feed(alert),
      () => this.story,
    )
    this.look()
  }

  async pass(ms: number): Promise<void> {
    await this.time.pass(ms, () => this.look())
    this.look()
  }

  /** Compares what was due with what came. */
  look(): void {
    if (this.#thrown !== undefined) {
      const sentence = `A timer of yours threw ${thrownText(this.#thrown.cause)}`
      throw new SubjectThrew(`${sentence}\n${this.story}`, this.#thrown)
    }
    const due = this.book.advance(this.time.now)
    const heard = this.#heard
    this.#heard = []
    if (due.length === 0 && heard.length === 0) return
    this.#look({ due, heard }, this)
    for (const { at, kind, groups } of due) {
      this.#notes.push({ at, text: `${kind} for ${groups.map((name) => quoted(name)).join(', ')}` })
    }
  }

  /** The limits, and what has happened last. */
  get story(): string {
    const { forMs, clearMs, maxPerHour } = this.limits
    const given = `(forMs ${durationText(forMs)}, clearMs ${durationText(clearMs)}, maxPerHour ${maxPerHour})`
    const notes = this.#notes.map(({ at, text }) => `${this.clock(at)} ${text}`)
    return `  ${given}\n${stepLines(notes)}`.trimEnd()
  }

  /** A time of its clock, counted from the begin of the story; what is no such time as it is. */
  clock(at: unknown): string {
    if (this.#startMs < 0) throw new Error('sentinel-anomaly-detector-pager.ts: before all time')
    return typeof at === 'number' && at >= this.#startMs
      ? clockText(at - this.#startMs)
      : kindOf(at)
  }

  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.story}`)
  }

  #guard(fn: () => void): void {
    try {
      fn()
    } catch (error) {
      this.#thrown ??= { cause: error }
    }
  }
}
