import type { VirtualTime } from '@five-pillars/simulator'

import type { Action, Actual, Item, Observation, Spec, World } from './src/self-healer.ts'

export type Answer = 'ok' | 'conflict' | 'failed'

/** What comes of one action. */
export interface Fate {
  /** How long it takes to get there. Only there it is seen whether it conflicts. */
  readonly travelMs: number
  /** How long it takes then. */
  readonly workMs: number
  readonly isOk: boolean
}

export interface Plan {
  readonly spec: Readonly<Spec>
  readonly items: readonly Readonly<Item>[]
  /** What comes of the nth action on an item, counted from 0. */
  readonly fate?: (action: Action, nth: number) => Partial<Fate>
}

interface Thing extends Item {
  isBusy: boolean
}

/** How things were from some time on. */
interface Snapshot {
  readonly at: number
  readonly generation: number
  readonly things: readonly Readonly<Thing>[]
}

const usual: Fate = { travelMs: 50, workMs: 2000, isOk: true }

/** An observation takes so long, and shows what was there in the middle of that. */
const LOOK_MS = 100

/** A world in virtual time: what is there, who changes it, and what a monitor sees of it. */
export class ModelWorld {
  spec: Spec
  /** The monitor shows what was there so many milliseconds ago. */
  lagMs = 0
  /** Whether the monitor answers nobody. */
  isDown = false
  readonly pages: string[] = []
  readonly #time: VirtualTime
  readonly #fate: NonNullable<Plan['fate']>
  readonly #things: Map<string, Thing>
  /** The generation in which an item was changed last. */
  readonly #changed = new Map<string, number>()
  readonly #busy = new Set<string>()
  readonly #applied = new Map<string, number>()
  readonly #past: Snapshot[] = []
  #generation = 100
  #looks = 0

  constructor(time: VirtualTime, { spec, items, fate }: Plan) {
    this.#time = time
    this.#fate = fate ?? (() => ({}))
    this.spec = { ...spec, ids: [...spec.ids] }
    this.#things = new Map(items.map((item) => [item.id, { ...item, isBusy: false }]))
    this.#keep()
  }

  /** What a healer is given. */
  readonly world: World = this.through()

  /** The same world behind a slow way, or for somebody who wants something else. */
  through(way: { desired?: () => Spec; travelMs?: () => number } = {}): World {
    return {
      desired: way.desired ?? (() => ({ ...this.spec, ids: [...this.spec.ids] })),
      observe: () => this.#observe(),
      apply: (action, ifGeneration) => this.#apply({ ...action }, ifGeneration, way.travelMs?.()),
      page: (why) => void this.pages.push(why),
    }
  }

  /** What is there now, as a monitor without any delay would show it. */
  get actual(): Actual {
    return shown([...this.#things.values()])
  }

  get generation(): number {
    return this.#generation
  }

  /** By itself an item is well or not from now on, or cannot be seen. */
  become(id: string, health: Item['health']): void {
    const thing = this.#things.get(id)
    if (thing === undefined) return
    thing.health = health
    this.#keep()
  }

  /** By itself an item is gone. */
  lose(id: string): void {
    if (this.#busy.has(id) || !this.#things.delete(id)) return
    this.#keep()
  }

  /** Somebody else puts an item there, or removes it. */
  change(id: string, item: Omit<Item, 'id'> | null): void {
    if (this.#busy.has(id)) return
    if (item === null) this.#things.delete(id)
    else this.#things.set(id, { ...item, id, isBusy: false })
    this.#changed.set(id, ++this.#generation)
    this.#keep()
  }

  #observe(): Promise<Observation> {
    const { promise, resolve, reject } = Promise.withResolvers<Observation>()
    if (this.isDown) {
      this.#time.later(() => reject(new Error('The monitor does not answer')), LOOK_MS)
      return promise
    }
    this.#time.later(() => {
      const observation = this.#seenAt(this.#time.now - this.lagMs)
      this.#time.later(() => resolve(observation), LOOK_MS / 2)
    }, LOOK_MS / 2)
    return promise
  }

  /** In another order each time: nobody promised one. */
  #seenAt(observedAt: number): Observation {
    const past = this.#past.findLast(({ at }) => at <= observedAt) ?? this.#past[0]
    const { generation, things } = past ?? { generation: 0, things: [] }
    const all = shown(things)
    const first = (this.#looks += 5) % Math.max(1, all.length)
    return { generation, actual: [...all.slice(first), ...all.slice(0, first)], observedAt }
  }

  #apply(action: Action, ifGeneration: number, travelMs?: number): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    const nth = this.#applied.get(action.id) ?? 0
    this.#applied.set(action.id, nth + 1)
    const fate = { ...usual, ...this.#fate(action, nth) }
    this.#time.later(() => {
      const isChanged = (this.#changed.get(action.id) ?? 0) > ifGeneration
      if (isChanged || this.#busy.has(action.id)) return resolve('conflict')
      this.#begin(action)
      this.#time.later(() => {
        this.#end(action, fate)
        resolve(fate.isOk ? 'ok' : 'failed')
      }, fate.workMs)
    }, travelMs ?? fate.travelMs)
    return promise
  }

  #begin({ kind, id }: Action): void {
    this.#busy.add(id)
    const thing = this.#things.get(id)
    if (thing === undefined || kind === 'remove') return
    thing.isBusy = true
    this.#keep()
  }

  #end(action: Action, { isOk }: Fate): void {
    const { id } = action
    this.#busy.delete(id)
    const thing = this.#things.get(id)
    if (thing !== undefined) thing.isBusy = false
    if (isOk) {
      if (action.kind === 'remove') this.#things.delete(id)
      else this.#things.set(id, { id, plan: action.plan, health: 'healthy', isBusy: false })
      this.#changed.set(id, ++this.#generation)
    }
    this.#keep()
  }

  #keep(): void {
    const things = [...this.#things.values()].map((thing) => ({ ...thing }))
    this.#past.push({ at: this.#time.now, generation: this.#generation, things })
  }
}

/** Whoever is being put anew serves nobody. */
function shown(things: readonly Readonly<Thing>[]): Actual {
  return things.map(({ id, plan, health, isBusy }) => {
    return { id, plan, health: isBusy ? 'broken' : health }
  })
}
