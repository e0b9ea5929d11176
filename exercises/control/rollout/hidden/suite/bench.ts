import { VirtualTime } from '@five-pillars/simulator'
import { asked, BrokenPromise, quoted, SubjectThrew, thrownText } from '@five-pillars/suite'

import { ModelFleet } from '../../fleet.ts'
import type { Load, Plan } from '../../fleet.ts'
import type { Fleet, Host, Rollout, RolloutOptions, State } from '../../src/rollout.ts'
import { Bakes } from './bakes.ts'
import type { Verdict } from './bakes.ts'
import { Diary } from './diary.ts'
import type { Note } from './diary.ts'
import type { Subject } from './checks.ts'
import { clockText, valueText } from './words.ts'

/** Looks at one promise, whenever something happens; says in a sentence what is broken. */
export interface Audit {
  deploy?(bench: Bench, id: string, version: string): string | null
  flag?(bench: Bench, name: string, on: boolean): string | null
  judged?(bench: Bench, verdict: Verdict): string | null
  look?(bench: Bench): string | null
}

export interface Setting extends Pick<Plan, 'fate' | 'past'> {
  /** Null: none. */
  readonly flag?: string | null
  readonly hosts: readonly Readonly<Host>[]
  readonly options?: Partial<RolloutOptions>
  readonly load?: Partial<Load>
  readonly from?: string
  readonly to?: string
  readonly audits?: readonly Audit[]
  /** The world in which it stands; default one of its own. */
  readonly time?: VirtualTime
}

const usual = {
  bakeMs: 10_000,
  minRequests: 100,
  maxErrorRatio: 0.1,
  maxUnavailable: 2,
  compatible: () => true,
} satisfies Partial<RolloutOptions>

const STATES: readonly State[] = ['idle', 'rolling', 'baking', 'rolling-back', 'done', 'halted']
const STEP_MS = 1000

/** Steps of long times in which nothing is under way. */
const IDLE_MS = 60_000

/** A controller with its fleet: keeps the books that the promises compare it with. */
export class Bench {
  readonly options: Readonly<RolloutOptions>
  readonly time: VirtualTime
  readonly model: ModelFleet
  readonly bakes: Bakes
  from: string
  to: string
  /** What `state` said last; null where something was done to it since. */
  seen: State | null = null
  /** Whether it was told to take back what it has started. */
  isAborted = false
  /** Whether it has begun to take back what was started last. */
  hasTurned = false
  /** Whether a `done` was looked at. */
  isSettled = false
  /** What was done to the flag last since the last start; null: nothing. */
  lastFlag: boolean | null = null
  readonly #audits: readonly Audit[]
  readonly #create: Subject['createRollout']
  readonly #diary: Diary
  #rollout: Rollout
  #life = 0
  #broken: Error | undefined
  #thrown: { readonly error: unknown } | undefined

  constructor({ createRollout }: Subject, setting: Setting) {
    const { hosts, options, load, from = 'v1', to = 'v2', audits = [] } = setting
    this.#create = createRollout
    this.#audits = audits
    this.from = from
    this.to = to
    const { flag = 'new' } = setting
    this.options = {
      ...usual,
      ...(flag === null ? {} : { flag }),
      waves: [hosts.length],
      ...options,
    }
    this.time = setting.time ?? new VirtualTime()
    this.#diary = new Diary(this.time)
    this.model = new ModelFleet(this.time, {
      ...setting,
      load: { perSecond: 20, errors: () => 0, ...load },
      onDeploy: (id, version) => this.#deployed(id, version),
      onFlag: (name, on) => this.#flagged(name, on),
    })
    this.bakes = new Bakes(this)
    this.#rollout = this.#born()
  }

  start(from = this.from, to = this.to): void {
    const isUnderWay = this.isUnderWay
    if (!isUnderWay) {
      this.from = from
      this.to = to
      this.isAborted = false
      this.hasTurned = false
      this.isSettled = false
      this.lastFlag = null
      this.seen = null
      this.bakes.begin()
    }
    this.note(`start(${quoted(from)}, ${quoted(to)})`)
    this.#asked(`start(${quoted(from)}, ${quoted(to)})`, () => this.#rollout.start(from, to))
    this.look()
  }

  abort(): void {
    if (this.isUnderWay || this.seen === 'done') {
      this.isAborted = true
      this.bakes.interrupt()
      this.seen = null
    }
    this.note('abort()')
    this.#asked('abort()', () => this.#rollout.abort())
    this.look()
  }

  /** The controller is gone, with all that it knew, and another one stands in its place. */
  replace(): void {
    this.#life++
    this.note('the controller is killed')
    this.model.hurry()
    this.seen = null
    this.#rollout = this.#born()
  }

  get isUnderWay(): boolean {
    return this.seen === 'rolling' || this.seen === 'baking' || this.seen === 'rolling-back'
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0;) {
      const step = Math.min(left, this.isUnderWay || left < IDLE_MS ? STEP_MS : IDLE_MS)
      await this.time.pass(step, () => this.look())
      this.look()
      left -= step
    }
  }

  /** Lets time pass until a state is there. Whether it came. */
  async reach(wanted: readonly State[], withinMs: number): Promise<boolean> {
    const isThere = (): boolean => this.seen !== null && wanted.includes(this.seen)
    for (let ms = 0; ms < withinMs && !isThere(); ms += STEP_MS) await this.pass(STEP_MS)
    return isThere()
  }

  /** Lets time pass until a state is there, which must come. */
  async await(wanted: State, withinMs: number, why: string): Promise<void> {
    if (await this.reach([wanted], withinMs)) return
    this.broken(`${why}: it must be ${wanted} by now, and is ${this.seen ?? 'idle'}.`)
  }

  /** All that was due at this time has happened. */
  look(): void {
    if (this.#thrown !== undefined) this.#tellThrown(this.#thrown.error)
    const state: unknown = this.#asked('state()', () => this.#rollout.state())
    const known = STATES.find((one) => one === state)
    if (known === undefined) this.broken(`state() gave ${valueText(state)}, which is no state.`)
    this.#tell(this.bakes.see(known))
    if (this.seen !== known) this.note(known)
    if (known === 'rolling-back' || known === 'halted') this.hasTurned = true
    this.seen = known
    for (const audit of this.#audits) this.#note(audit.look?.(this))
    if (this.#broken !== undefined) throw this.#broken
  }

  get hosts(): Host[] {
    return this.model.fleet.hosts()
  }

  having(version: string): Host[] {
    return this.model.having(version)
  }

  /** Something for the story of this instant. */
  note(text: Note): void {
    this.#diary.note(text)
  }

  broken(sentence: string): never {
    throw new BrokenPromise(this.withStory(sentence))
  }

  withStory(sentence: string): string {
    return `${sentence}\n${this.#story}`
  }

  get #story(): string {
    const { waves, bakeMs, minRequests, maxErrorRatio, maxUnavailable } = this.options
    const numbers = `minRequests ${minRequests}, maxErrorRatio ${maxErrorRatio}`
    const given = `waves ${waves.join(', ')}, bakeMs ${bakeMs}, ${numbers}, maxUnavailable ${maxUnavailable}`
    return [`  (${given})`, this.#diary.lines].join('\n').trimEnd()
  }

  #born(): Rollout {
    const life = this.#life
    const isAlive = (): boolean => life === this.#life
    const { clock } = this.time
    const { fleet } = this.model
    const mine: Fleet = {
      ...fleet,
      deploy: async (id, version) => {
        const answer = await fleet.deploy(id, version)
        // Whoever was killed hears nothing any more.
        if (!isAlive()) return new Promise(() => {})
        this.note(() => `${quoted(id)}: ${answer}`)
        return answer
      },
    }
    const guarded = {
      now: () => clock.now(),
      setTimeout: (fn: () => void, ms: number) => {
        return clock.setTimeout(() => {
          if (isAlive()) this.#guard(fn)
        }, ms)
      },
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
    }
    const options = { ...this.options, waves: [...this.options.waves] }
    return this.#asked('createRollout(fleet, options, clock)', () =>
      this.#create(mine, options, guarded),
    )
  }

  #deployed(id: string, version: string): void {
    this.note(() => `deploys ${quoted(version)} to ${quoted(id)}`)
    // A host that gets a version after a bake tells that its verdict is there.
    if (this.seen === 'baking') this.#tell(this.bakes.leave(version === this.to ? 'on' : 'back'))
    if (version === this.from) this.hasTurned = true
    for (const audit of this.#audits) this.#note(audit.deploy?.(this, id, version))
  }

  #flagged(name: string, on: boolean): void {
    this.note(() => `flag ${quoted(name)} ${on ? 'on' : 'off'}`)
    if (this.seen === 'baking') this.#tell(this.bakes.leave(on ? 'on' : 'back'))
    for (const audit of this.#audits) this.#note(audit.flag?.(this, name, on))
    this.lastFlag = on
  }

  #tell(verdict: Verdict | null): void {
    if (verdict === null) return
    for (const audit of this.#audits) this.#note(audit.judged?.(this, verdict))
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
    if (STEP_MS <= 0) throw new Error('sentinel-rollout-bench.ts: time does not pass')
    const now = clockText(this.time.now)
    const sentence = this.withStory(`A timer of yours threw at ${now}: ${thrownText(error)}`)
    throw new SubjectThrew(sentence, { cause: error })
  }
}
