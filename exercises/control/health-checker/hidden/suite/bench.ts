import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise, quoted, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { HealthChecker, HealthCheckerOptions } from '../../src/health-checker.ts'
import { durationOf, ProbeError } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Subject } from './checks.ts'
import { Diary } from './diary.ts'
import type { Note } from './diary.ts'
import { Life } from './life.ts'
import { answerText, clockText, idText, kindOf } from './words.ts'

export interface Probe {
  readonly id: string
  readonly at: number
}

/** What a listener was told, as it was told it. */
export interface Told {
  readonly id: unknown
  readonly status: unknown
  readonly at: unknown
  readonly now: number
  /** What `status` said meanwhile. */
  readonly seen: unknown
}

export type Options = Readonly<HealthCheckerOptions>

/** What the nth probe of a target gets, counted from 0. */
type Answers = (id: string, nth: number) => Answer

export interface Setting {
  readonly answers: Answers
  /** The time at which it all begins. */
  readonly startMs?: number
  /** The world in which it stands; default one of its own. */
  readonly time?: VirtualTime
  /** Called whenever all that was due at a time has happened. */
  readonly look?: (bench: Bench) => void
}

/** Takes what came of a probe, and why. */
type Judged = (ok: boolean, why: () => string) => void

/** So many begins of probes fit in a line. */
const BEGINS_MAX = 8

/** Two times of one microsecond are one. */
const SAME_MS = 0.002

/** A checker with its targets: keeps the books that the promises compare it with. */
export class Bench {
  readonly options: Options
  readonly time: VirtualTime
  readonly lives = new Map<string, Life>()
  readonly probes: Probe[] = []
  readonly told: Told[] = []
  /** Probes of somebody who is no target, or while the checker does not run. */
  readonly strays: Probe[] = []
  /** Probes that began while another one of their target was under way. */
  readonly overlaps: Probe[] = []
  isRunning = false
  readonly #setting: Setting
  readonly #checker: HealthChecker
  readonly #diary: Diary
  readonly #touched = new Set<Life>()
  #period = 0
  #thrown: unknown

  constructor(subject: Subject, options: Options, setting: Setting) {
    this.options = options
    this.#setting = setting
    this.time = setting.time ?? new VirtualTime(setting.startMs ?? 0)
    this.#diary = new Diary(this.time)
    const { clock } = this.time
    const guarded = {
      now: () => clock.now(),
      setTimeout: (fn: () => void, ms: number) => clock.setTimeout(() => this.#guard(fn), ms),
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
    }
    this.#checker = this.#try('createHealthChecker', () => {
      return subject.createHealthChecker({ ...options }, guarded, (id) => this.#probe(id))
    })
    this.listen((told) => {
      this.told.push(told)
      this.#diary.tell(() => `told: ${idText(told.id)} is ${kindOf(told.status)}`)
    })
  }

  add(id: string): void {
    if (!this.lives.has(id)) this.lives.set(id, new Life(this.options))
    this.#call(`add ${quoted(id)}`, () => this.#checker.add(id))
  }

  remove(id: string): void {
    this.lives.delete(id)
    this.#call(`remove ${quoted(id)}`, () => this.#checker.remove(id))
  }

  start(): void {
    if (!this.isRunning) this.#period++
    this.isRunning = true
    this.#call('start', () => this.#checker.start())
  }

  stop(): void {
    if (this.isRunning) for (const life of this.lives.values()) life.interrupt()
    this.isRunning = false
    this.#period++
    this.#call('stop', () => this.#checker.stop())
  }

  status(id: string): unknown {
    return this.#try('status', () => this.#checker.status(id))
  }

  /** Subscribes; returns what ends it. */
  listen(hear: (told: Told) => void): () => void {
    const end: unknown = this.#try('onChange', () => {
      return this.#checker.onChange((...told: unknown[]) => {
        const [id, status, at] = told
        hear({ id, status, at, now: this.time.now, seen: this.#statusIn(id) })
      })
    })
    if (typeof end !== 'function') return this.broken(`onChange gave ${kindOf(end)}, no function.`)
    return () => this.#try('what onChange gave', () => void Reflect.apply(end, undefined, []))
  }

  async pass(ms: number): Promise<void> {
    await this.time.pass(ms, () => this.look())
  }

  /** All that was due at this time has happened. */
  look(): void {
    if (this.#thrown !== undefined) this.#tellThrown(this.#thrown)
    this.#setting.look?.(this)
    for (const life of this.#touched) life.goOn()
    this.#touched.clear()
  }

  /** As `broken`, where only the begins of a target's probes matter. */
  brokenRhythm(sentence: string, id: string): never {
    const times = this.probesOf(id).map((at) => clockText(at))
    const { intervalMs, timeoutMs } = this.options
    const given = `interval ${clockText(intervalMs)}, timeout ${clockText(timeoutMs)}`
    const shown = times.slice(0, BEGINS_MAX).join(', ')
    const more = times.length > BEGINS_MAX ? ', and so on' : ''
    const begins = times.length === 0 ? 'was never probed' : `was probed at ${shown}${more}`
    throw new BrokenPromise([sentence, `  (${given})`, `  ${quoted(id)} ${begins}`].join('\n'))
  }

  /** When the probes of a target began, from a time on. */
  probesOf(id: string, since = -Infinity, until = Infinity): number[] {
    const all = this.probes.filter((probe) => probe.id === id)
    return all.map(({ at }) => at).filter((at) => at >= since && at < until)
  }

  /** Something for the story of this instant. */
  note(text: Note): void {
    this.#diary.note(text)
  }

  broken(sentence: string): never {
    throw new BrokenPromise(this.withStory(sentence))
  }

  withStory(sentence: string): string {
    const { rise, fall, intervalMs, timeoutMs } = this.options
    const times = `interval ${clockText(intervalMs)}, timeout ${clockText(timeoutMs)}`
    const given = `rise ${rise}, fall ${fall}, ${times}`
    return [sentence, `  (${given})`, this.#diary.lines].join('\n').trimEnd()
  }

  #probe(id: unknown): Promise<boolean> {
    const name = typeof id === 'string' ? id : kindOf(id)
    const probe = { id: name, at: this.time.now }
    this.probes.push(probe)
    const life = this.lives.get(name)
    if (life === undefined || !this.isRunning) {
      this.strays.push(probe)
      this.note(() => `probes ${quoted(name)}`)
      return new Promise(() => {})
    }
    if (life.busyUntil > probe.at + SAME_MS) {
      this.overlaps.push(probe)
      this.note(() => `${quoted(name)} is probed beside its last probe`)
    }
    const answer = this.#setting.answers(name, life.probes++)
    life.busyUntil = probe.at + durationOf(answer, this.options.timeoutMs)
    return this.#answer(name, answer, this.#judge(name, life))
  }

  #answer(id: string, answer: Answer, judged: Judged): Promise<boolean> {
    const { timeoutMs } = this.options
    const words = (): string => answerText(answer)
    if (answer.kind === 'throws') {
      judged(false, words)
      throw new ProbeError()
    }
    const isLate = answer.kind === 'hangs' || answer.afterMs >= timeoutMs
    if (isLate) {
      this.time.later(
        () => judged(false, () => `has not answered for ${clockText(timeoutMs)}`),
        timeoutMs,
      )
    }
    if (answer.kind === 'hangs') return new Promise(() => {})
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    this.time.later(() => {
      if (isLate) this.note(() => `${quoted(id)} ${words()}, too late`)
      else judged(answer.kind === 'yes', words)
      if (answer.kind === 'rejects') reject(new ProbeError())
      else resolve(answer.kind === 'yes')
    }, answer.afterMs)
    return promise
  }

  /** Counts what a probe has brought, unless its target or its period is over by then. */
  #judge(id: string, life: Life): Judged {
    const period = this.#period
    return (ok, why) => {
      const isOver = this.lives.get(id) !== life || this.#period !== period
      this.note(() => `${isOver ? 'asked before, ' : ''}${quoted(id)} ${why()}`)
      if (isOver) return
      life.result(ok)
      this.#touched.add(life)
    }
  }

  #statusIn(id: unknown): unknown {
    return typeof id === 'string' ? this.#checker.status(id) : undefined
  }

  #call(text: string, act: () => void): void {
    this.#diary.turn()
    this.note(text)
    this.#try(text, act)
  }

  #try<T>(text: string, act: () => T): T {
    try {
      return act()
    } catch (error) {
      const sentence = this.withStory(`${text} threw ${thrownText(error)}`)
      throw new SubjectThrew(sentence, { cause: error })
    }
  }

  #guard(fn: () => void): void {
    try {
      fn()
    } catch (error) {
      this.#thrown ??= error
    }
  }

  #tellThrown(error: unknown): never {
    if (error === null) throw new Error('sentinel-health-checker-bench.ts: nothing was thrown')
    if (error instanceof ProbeError) this.broken('The probe threw, and nobody caught it.')
    const sentence = this.withStory(`A timer of yours threw ${thrownText(error)}`)
    throw new SubjectThrew(sentence, { cause: error })
  }
}
