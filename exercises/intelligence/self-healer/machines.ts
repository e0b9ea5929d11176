import type { Clock, Env, Node, NodeId } from '@five-pillars/simulator'

import type { Action, Healer, HealerOptions, Item, Observation, Spec } from './src/self-healer.ts'
import type * as starter from './src/self-healer.ts'

type Answer = 'ok' | 'conflict'

export type RecordMessage =
  | { t: 'plan'; spec: Spec }
  | { t: 'look'; nth: number }
  | { t: 'seen'; nth: number; observation: Observation }
  | { t: 'apply'; nth: number; action: Action; ifGeneration: number }
  | { t: 'answer'; nth: number; id: string; answer: Answer }

type Range = readonly [least: number, most: number]

/** How the world is; times are milliseconds. */
export interface Surroundings {
  readonly options: HealerOptions
  /** All load balancers that there are, and how many of them a plan wants. */
  readonly balancers: readonly string[]
  readonly wanted: number
  readonly firstPlan: number
  readonly planMs: Range
  /** So late some enactors hear of some plans. */
  readonly staleMs: Range
  readonly stale: number
  /** Enactors are slow for a while, now and then: what they apply then takes so long to arrive. */
  readonly slow: { readonly afterMs: Range; readonly forMs: Range; readonly byMs: Range }
  readonly breakMs: Range
  readonly workMs: Range
  /** After this nothing new happens. */
  readonly quietMs: number
}

export const PLANNER = 'planner'
export const RECORD = 'dns'

function draw({ rng }: Env<RecordMessage>, [least, most]: Range): number {
  return least + rng.next() * (most - least)
}

/** Wants other load balancers every few seconds. Emits `plan` with its number and what it wants. */
export class Planner implements Node<RecordMessage> {
  readonly #env: Env<RecordMessage>
  readonly #world: Surroundings
  readonly #enactors: readonly NodeId[]
  readonly #late = new Map<string, { to: NodeId; spec: Spec }>()
  #plan: number

  constructor(env: Env<RecordMessage>, world: Surroundings, enactors: readonly NodeId[]) {
    this.#env = env
    this.#world = world
    this.#enactors = enactors
    this.#plan = world.firstPlan
  }

  start(): void {
    this.#env.setTimer('plan', draw(this.#env, this.#world.planMs))
  }

  onMessage(): void {}

  onTimer(name: string): void {
    const late = this.#late.get(name)
    if (late !== undefined) return this.#env.send(late.to, { t: 'plan', spec: late.spec })
    if (this.#env.now() > this.#world.quietMs) return
    const { balancers, wanted, staleMs, stale, planMs } = this.#world
    const spec = { plan: ++this.#plan, ids: this.#env.rng.shuffle(balancers).slice(0, wanted) }
    this.#env.emit('plan', `${spec.plan}: ${spec.ids.toSorted().join(' ')}`)
    for (const to of this.#enactors) {
      if (this.#env.rng.next() >= stale) {
        this.#env.send(to, { t: 'plan', spec })
        continue
      }
      const timer = `${to} ${spec.plan}`
      this.#late.set(timer, { to, spec })
      this.#env.setTimer(timer, draw(this.#env, staleMs))
    }
    this.#env.setTimer('plan', draw(this.#env, planMs))
  }
}

/**
 * The addresses behind one name. Emits `record` with what it has come to, `breaks` with an address,
 * and `late` where an action of an older plan comes after one of a newer plan.
 */
export class Record implements Node<RecordMessage> {
  readonly #env: Env<RecordMessage>
  readonly #world: Surroundings
  readonly #items: Map<string, Item>
  readonly #changed = new Map<string, number>()
  readonly #busy = new Map<string, { from: NodeId; nth: number; action: Action }>()
  #generation = 0

  constructor(env: Env<RecordMessage>, world: Surroundings) {
    this.#env = env
    this.#world = world
    const { ids, plan } = firstSpec(world)
    this.#items = new Map(ids.map((id) => [id, { id, plan, health: 'healthy' }]))
  }

  start(): void {
    this.#env.setTimer('breaks', draw(this.#env, this.#world.breakMs))
  }

  onMessage(from: NodeId, msg: RecordMessage): void {
    if (msg.t === 'look') this.#show(from, msg.nth)
    if (msg.t !== 'apply') return
    const { nth, action, ifGeneration } = msg
    const { id } = action
    const newest = Math.max(...[...this.#items.values()].map(({ plan }) => plan))
    if (action.kind === 'put' && action.plan < newest)
      this.#env.emit('late', `plan ${action.plan} of ${from}`)
    const isChanged = (this.#changed.get(id) ?? 0) > ifGeneration
    if (isChanged || this.#busy.has(id)) {
      return this.#env.send(from, { t: 'answer', nth, id, answer: 'conflict' })
    }
    this.#busy.set(id, { from, nth, action })
    this.#env.setTimer(`do ${id}`, draw(this.#env, this.#world.workMs))
  }

  onTimer(name: string): void {
    if (name === 'breaks') return this.#break()
    const id = name.slice('do '.length)
    const busy = this.#busy.get(id)
    if (busy === undefined) return
    const { from, nth, action } = busy
    this.#busy.delete(id)
    if (action.kind === 'remove') this.#items.delete(id)
    else this.#items.set(id, { id, plan: action.plan, health: 'healthy' })
    this.#changed.set(id, ++this.#generation)
    this.#env.emit('record', this.#text)
    this.#env.send(from, { t: 'answer', nth, id, answer: 'ok' })
  }

  /** One at a time: a healer that sees more of them broken is right to stop. */
  #break(): void {
    const { breakMs, quietMs } = this.#world
    const items = [...this.#items.values()]
    if (this.#env.now() < quietMs && items.every(({ health }) => health === 'healthy')) {
      const { id, plan } = this.#env.rng.pick(items)
      this.#items.set(id, { id, plan, health: 'broken' })
      this.#env.emit('breaks', id)
    }
    this.#env.setTimer('breaks', draw(this.#env, breakMs))
  }

  #show(to: NodeId, nth: number): void {
    const actual = [...this.#items.values()].map((item) => ({ ...item }))
    const observation = { generation: this.#generation, actual, observedAt: this.#env.now() }
    this.#env.send(to, { t: 'seen', nth, observation })
  }

  get #text(): string {
    return [...this.#items.values()].map(({ id, plan }) => `${id}@${plan}`).join(' ')
  }
}

/** What is there in the beginning. */
function firstSpec({ firstPlan, balancers, wanted }: Surroundings): Spec {
  return { plan: firstPlan, ids: balancers.slice(0, wanted) }
}

/** Runs a submission; emits `slow` and `quick` again, and `pages`. */
export class Enactor implements Node<RecordMessage> {
  readonly #env: Env<RecordMessage>
  readonly #clock: Clock
  readonly #world: Surroundings
  readonly #healer: Healer
  readonly #looks = new Map<number, (observation: Observation) => void>()
  readonly #answers = new Map<number, (answer: Answer) => void>()
  #spec: Spec
  #nth = 0
  #isSlow = false

  constructor(
    env: Env<RecordMessage>,
    clock: Clock,
    create: typeof starter.createHealer,
    world: Surroundings,
  ) {
    this.#env = env
    this.#clock = clock
    this.#world = world
    this.#spec = firstSpec(world)
    this.#healer = create(
      {
        desired: () => ({ ...this.#spec, ids: [...this.#spec.ids] }),
        observe: () => this.#observe(),
        apply: (action, ifGeneration) => this.#apply({ ...action }, ifGeneration),
        page: (why) => this.#inTurn(() => env.emit('pages', why)),
      },
      { ...world.options },
      clock,
    )
  }

  start(): void {
    this.#healer.start()
    this.#env.setTimer('slow', draw(this.#env, this.#world.slow.afterMs))
  }

  onMessage(_from: NodeId, msg: RecordMessage): void {
    if (msg.t === 'plan' && msg.spec.plan > this.#spec.plan) this.#spec = msg.spec
    if (msg.t === 'seen') {
      const { actual } = msg.observation
      this.#looks.get(msg.nth)?.({ ...msg.observation, actual: actual.map((one) => ({ ...one })) })
      this.#looks.delete(msg.nth)
    }
    if (msg.t !== 'answer') return
    this.#answers.get(msg.nth)?.(msg.answer)
    this.#answers.delete(msg.nth)
  }

  onTimer(name: string): void {
    const { slow, quietMs } = this.#world
    this.#isSlow = name === 'slow' && this.#env.now() < quietMs
    this.#env.emit(this.#isSlow ? 'slow' : 'quick')
    if (this.#isSlow) this.#env.setTimer('quick', draw(this.#env, slow.forMs))
    else this.#env.setTimer('slow', draw(this.#env, slow.afterMs))
  }

  #observe(): Promise<Observation> {
    const { promise, resolve } = Promise.withResolvers<Observation>()
    const nth = ++this.#nth
    this.#looks.set(nth, resolve)
    this.#inTurn(() => this.#env.send(RECORD, { t: 'look', nth }))
    return promise
  }

  #apply(action: Action, ifGeneration: number): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    const nth = ++this.#nth
    this.#answers.set(nth, resolve)
    const send = (): void => this.#env.send(RECORD, { t: 'apply', nth, action, ifGeneration })
    this.#inTurn(send, this.#isSlow ? draw(this.#env, this.#world.slow.byMs) : 0)
    return promise
  }

  /** Promises may go on when it is somebody else's turn: a timer waits for the own one. */
  #inTurn(act: () => void, afterMs = 0): void {
    this.#clock.setTimeout(act, afterMs)
  }
}
