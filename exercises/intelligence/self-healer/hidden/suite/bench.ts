import { VirtualTime } from '@five-pillars/simulator'
import type { Clock } from '@five-pillars/simulator'
import { asked, BrokenPromise, quoted, SubjectThrew, thrownText } from '@five-pillars/suite'

import { ModelWorld } from '../../model-world.ts'
import type { Plan } from '../../model-world.ts'
import type { Action, Healer, HealerOptions, Item, Spec, World } from '../../src/self-healer.ts'
import { Books } from './books.ts'
import type { Subject } from './checks.ts'
import { Diary } from './diary.ts'
import type { Note } from './diary.ts'
import type { Facts } from './rules.ts'
import { actionText, clockText, valueText } from './words.ts'

/** Looks at one promise, whenever something happens; says in a sentence what is broken. */
export interface Audit {
  apply?(bench: Bench, action: Action, ifGeneration: number): string | null
  page?(bench: Bench, why: unknown): string | null
  look?(bench: Bench): string | null
}

export interface Setting extends Partial<Plan> {
  readonly options?: Partial<HealerOptions>
  readonly audits?: readonly Audit[]
  /** The time and the world in which it stands; default one of its own. */
  readonly time?: VirtualTime
  readonly model?: ModelWorld
  /** How it gets to its world. */
  readonly way?: { readonly desired?: () => Spec; readonly travelMs?: () => number }
  /** One of several, who share a diary. */
  readonly name?: string
  readonly diary?: Diary
}

const usual: HealerOptions = {
  maxConcurrent: 2,
  maxPerHour: 100,
  disruptionBudget: 1,
  minHealthyRatio: 0.5,
  coolDownMs: 10_000,
}

/** Not the begin of time, so that a time since the start is no time of the clock. */
const START_MS = 50_000

/** Steps of long times. */
const STEP_MS = 60_000

/** A healer in its world: keeps the books that the promises compare it with. */
export class Bench {
  readonly options: Readonly<HealerOptions>
  readonly time: VirtualTime
  readonly model: ModelWorld
  readonly books: Books
  readonly name: string
  isRunning = false
  /** How often it has looked. */
  looks = 0
  /** Why it has stopped itself, as `paused` said last. */
  why: string | null = null
  /** What it has paged since `paused` was null last. */
  pages: unknown[] = []
  readonly #audits: readonly Audit[]
  readonly #diary: Diary
  readonly #world: World
  readonly #healer: Healer
  /** Counts starts and resumes: a look that was begun before one may be in vain. */
  #life = 0
  #broken: Error | undefined
  #thrown: { readonly error: unknown } | undefined

  constructor({ createHealer }: Subject, setting: Setting) {
    const { items = [], spec = { plan: 1, ids: [] }, options, audits = [], name = '' } = setting
    this.#audits = audits
    this.name = name
    this.options = { ...usual, ...options }
    this.time = setting.time ?? new VirtualTime(START_MS)
    this.books = new Books(this.options)
    this.#diary = setting.diary ?? new Diary(this.time)
    this.model = setting.model ?? new ModelWorld(this.time, { ...setting, items, spec })
    this.#world = this.model.through(setting.way)
    this.#healer = asked(
      'createHealer(world, options, clock)',
      () => createHealer(this.#mine(), { ...this.options }, this.#guarded()),
      () => this.#story,
    )
  }

  start(): void {
    this.note('start()')
    if (!this.isRunning) this.#life++
    this.isRunning = true
    this.#asked('start()', () => this.#healer.start())
  }

  stop(): void {
    this.note('stop()')
    this.isRunning = false
    this.#asked('stop()', () => this.#healer.stop())
    this.look()
  }

  resume(): void {
    this.note('resume()')
    if (this.why !== null) this.books.begun = []
    this.#life++
    this.why = null
    this.pages = []
    this.#asked('resume()', () => this.#healer.resume())
    this.look()
  }

  /** Something of the world is about to happen. */
  happens(text: Note, deed: (model: ModelWorld) => void): void {
    this.#diary.note(text)
    deed(this.model)
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= STEP_MS) {
      await this.time.pass(Math.min(left, STEP_MS), () => this.look())
    }
  }

  /** Lets time pass until something is so. Whether it came. */
  async reach(isThere: () => boolean, withinMs: number, stepMs = 500): Promise<boolean> {
    for (let ms = 0; ms < withinMs && !isThere(); ms += stepMs) await this.pass(stepMs)
    return isThere()
  }

  /** Lets time pass until all is as it should be, or a while is over. */
  async settle(withinMs: number): Promise<void> {
    await this.reach(() => this.isRight, withinMs)
  }

  /** Lets time pass until all is as it should be, which must come. */
  async converge(withinMs: number, why: string): Promise<void> {
    if (await this.reach(() => this.isRight, withinMs)) return
    const { plan, ids } = this.spec
    const wanted = `plan ${plan} wants ${ids.map((id) => quoted(id)).join(', ') || 'nothing'}`
    const there = this.actual.map(({ id, plan: has, health }) => `${quoted(id)} ${health} ${has}`)
    this.broken(`${why}: ${wanted}, and there is ${there.join(', ') || 'nothing'}.`)
  }

  get spec(): Spec {
    return this.#world.desired()
  }

  get actual(): Item[] {
    return this.model.actual
  }

  /** Whether all is as it should be. */
  get isRight(): boolean {
    const { plan, ids } = this.spec
    const { actual } = this
    const isGood = actual.every((one) => {
      return one.plan === plan && one.health === 'healthy' && ids.includes(one.id)
    })
    return isGood && actual.length === ids.length
  }

  /** What its next action is judged by. */
  get facts(): Facts {
    const { spec, options, books } = this
    const { observation } = books.seen ?? {}
    return {
      spec,
      options,
      actual: observation?.actual ?? [],
      underWay: books.underWay,
      waits: books.waits.least,
      now: this.time.now,
    }
  }

  /** All that was due at this time has happened. */
  look(): void {
    if (this.#thrown !== undefined) this.#tellThrown(this.#thrown.error)
    this.why = this.#paused()
    if (this.why === null) this.pages = []
    for (const audit of this.#audits) this.#note(audit.look?.(this))
    if (this.#broken !== undefined) throw this.#broken
  }

  /** Something for the story of this instant. */
  note(text: Note): void {
    const { name } = this
    if (name === '') this.#diary.note(text)
    else this.#diary.note(() => `${name} ${typeof text === 'string' ? text : text()}`)
  }

  broken(sentence: string): never {
    throw new BrokenPromise(this.withStory(sentence))
  }

  withStory(sentence: string): string {
    return `${sentence}\n${this.#story}`
  }

  get #story(): string {
    const given = Object.entries(this.options).map(([key, value]) => `${key} ${value}`)
    return [`  (${given.join(', ')})`, this.#diary.lines].join('\n').trimEnd()
  }

  #paused(): string | null {
    const got = this.#asked('paused()', () => {
      const paused: unknown = this.#healer.paused()
      if (paused === null) return null
      return typeof paused === 'object' && paused !== undefined && 'why' in paused
        ? { why: paused.why }
        : { wrong: valueText(paused) }
    })
    if (got === null) return null
    if ('wrong' in got) this.broken(`paused() gave ${got.wrong}, not null or { why }.`)
    const { why } = got
    if (typeof why === 'string' && why !== '') return why
    this.broken(`paused() gave ${valueText(why)} as its why, which says nothing.`)
  }

  #mine(): World {
    return {
      desired: () => this.#world.desired(),
      observe: async () => {
        this.looks++
        const life = this.#life
        const observation = await this.#world.observe()
        const isActive = this.isRunning && this.why === null && life === this.#life
        this.books.shown(observation, this.spec, this.time.now, isActive)
        return { ...observation, actual: observation.actual.map((item) => ({ ...item })) }
      },
      apply: async (action, ifGeneration) => {
        const mine = { ...action }
        this.#applied(mine, ifGeneration)
        const answer = await this.#world.apply(mine, ifGeneration)
        this.books.answered(mine, answer, this.time.now)
        this.note(() => `${quoted(mine.id)}: ${answer}`)
        return answer
      },
      page: (why) => {
        this.note(() => `pages ${valueText(why)}`)
        this.pages.push(why)
        for (const audit of this.#audits) this.#note(audit.page?.(this, why))
        this.#world.page(why)
      },
    }
  }

  #applied(action: Action, ifGeneration: number): void {
    const kind: unknown = action.kind
    if ((kind !== 'put' && kind !== 'remove') || typeof action.id !== 'string') {
      this.#note(`apply was given ${valueText(kind)} as a kind of action, which is none.`)
      return
    }
    this.note(() => `${actionText(action)} if ${ifGeneration}`)
    for (const audit of this.#audits) this.#note(audit.apply?.(this, action, ifGeneration))
    this.books.begin(action, this.time.now)
  }

  #guarded(): Clock {
    const { clock } = this.time
    return {
      now: () => clock.now(),
      setTimeout: (fn, ms) => clock.setTimeout(() => this.#guard(fn), ms),
      clearTimeout: (timer) => clock.clearTimeout(timer),
    }
  }

  /** What is broken amidst a call is told when the call is over: the submission may catch errors. */
  #note(sentence: string | null | undefined): void {
    if (typeof sentence !== 'string') return
    this.#broken ??= new BrokenPromise(this.withStory(sentence))
  }

  #asked<T>(call: string, ask: () => T): T {
    return asked(call, ask, () => this.#story)
  }

  #guard(fn: () => void): void {
    try {
      fn()
    } catch (error) {
      this.#thrown ??= { error }
    }
  }

  #tellThrown(error: unknown): never {
    if (STEP_MS <= 0) throw new Error('sentinel-self-healer-bench.ts: time does not pass')
    const now = clockText(this.time.now)
    const sentence = this.withStory(`A timer of yours threw at ${now}: ${thrownText(error)}`)
    throw new SubjectThrew(sentence, { cause: error })
  }
}
