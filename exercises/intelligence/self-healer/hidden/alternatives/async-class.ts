import type { Clock } from '@five-pillars/simulator'

import type {
  Action,
  Actual,
  Healer,
  HealerOptions,
  Item,
  Observation,
  World,
} from '../../src/self-healer.ts'

const PAUSE_MS = 1000
const HOUR_MS = 60 * 60 * 1000
const MOST_DOUBLINGS = 5

/** One item, and what this healer has to do with it. */
class Patient {
  /** What is being done to it, and whether it was healthy before. */
  treatment: { wasHealthy: boolean } | null = null
  #tries = 0
  #restUntil = Number.NEGATIVE_INFINITY

  isResting(now: number): boolean {
    return now < this.#restUntil
  }

  treated(now: number, coolDownMs: number): void {
    this.#restUntil = now + coolDownMs * 2 ** Math.min(this.#tries, MOST_DOUBLINGS)
    this.#tries += 1
  }

  wasSeenWell(now: number): void {
    if (this.treatment === null && !this.isResting(now)) this.#tries = 0
  }
}

class LoopingHealer implements Healer {
  readonly #world: World
  readonly #o: HealerOptions
  readonly #clock: Clock
  readonly #patients = new Map<string, Patient>()
  #begun: number[] = []
  #lastAnswer = Number.NEGATIVE_INFINITY
  #why: string | undefined
  /** The loop that is running; whoever finds another one here ends. */
  #token: { wake?: () => void } | undefined

  constructor(world: World, o: HealerOptions, clock: Clock) {
    this.#world = world
    this.#o = o
    this.#clock = clock
  }

  start(): void {
    if (this.#token !== undefined) return
    this.#token = {}
    void this.#loop(this.#token)
  }

  stop(): void {
    const token = this.#token
    this.#token = undefined
    token?.wake?.()
  }

  resume(): void {
    if (this.#why === undefined) return
    this.#why = undefined
    this.#begun = []
  }

  paused(): { why: string } | null {
    return this.#why === undefined ? null : { why: this.#why }
  }

  async #loop(token: { wake?: () => void }): Promise<void> {
    while (token === this.#token) {
      if (this.#why === undefined) {
        try {
          const seen = await this.#world.observe()
          if (token === this.#token && this.#why === undefined) this.#heal(seen)
        } catch {
          // Nobody can tell: the next look is soon.
        }
      }
      if (token === this.#token) await this.#sleep(token)
    }
  }

  #sleep(token: { wake?: () => void }): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.setTimeout(resolve, PAUSE_MS)
      token.wake = () => {
        this.#clock.clearTimeout(timer)
        resolve()
      }
    })
  }

  #heal({ actual, generation, observedAt }: Observation): void {
    if (observedAt < this.#lastAnswer) return
    const { plan, ids } = this.#world.desired()
    const wanted = new Set(ids)
    const isGood = (item: Item): boolean => item.health === 'healthy' && item.plan === plan
    const good = new Set(
      actual.filter((item) => wanted.has(item.id) && isGood(item)).map((i) => i.id),
    )
    const there = new Set(actual.map(({ id }) => id))
    for (const [id, patient] of this.#patients) {
      if (wanted.has(id) ? good.has(id) : !there.has(id)) patient.wasSeenWell(this.#clock.now())
    }
    const healthy = actual.filter(({ health }) => health === 'healthy')
    if (healthy.length < actual.length * this.#o.minHealthyRatio) {
      return this.#stopMyself(`${actual.length - healthy.length} of ${actual.length} are not well`)
    }
    if (actual.some((item) => item.plan > plan)) return
    const puts = ids.filter((id) => !good.has(id))
    for (const id of puts) this.#maybe({ kind: 'put', id, plan }, actual, generation)
    if (puts.length > 0) return
    for (const { id } of actual) {
      if (!wanted.has(id)) this.#maybe({ kind: 'remove', id }, actual, generation)
    }
  }

  #maybe(action: Action, actual: Actual, generation: number): void {
    if (this.#why !== undefined) return
    const patient = this.#patient(action.id)
    const treated = [...this.#patients.values()].filter(({ treatment }) => treatment !== null)
    if (treated.length >= this.#o.maxConcurrent || treated.includes(patient)) return
    if (patient.isResting(this.#clock.now())) return
    const item = actual.find(({ id }) => id === action.id)
    if (item?.health === 'unknown') return
    const others = actual.filter(({ id, health }) => {
      return id !== action.id && health === 'healthy' && this.#patient(id).treatment === null
    })
    if (action.kind === 'remove' && others.length === 0) return
    const isDisruption = action.kind === 'put' && item?.health === 'healthy'
    if (isDisruption) {
      const taken = treated.filter(({ treatment }) => treatment?.wasHealthy).length
      if (taken >= this.#o.disruptionBudget || others.length < 1) return
      if (others.length < this.#o.minHealthyRatio * actual.length) return
    }
    const since = this.#clock.now() - HOUR_MS
    if (this.#begun.filter((at) => at > since).length >= this.#o.maxPerHour) {
      return this.#stopMyself('The hour is full')
    }
    void this.#treat(patient, action, generation, item?.health === 'healthy')
  }

  async #treat(
    patient: Patient,
    action: Action,
    generation: number,
    wasHealthy: boolean,
  ): Promise<void> {
    this.#begun.push(this.#clock.now())
    patient.treatment = { wasHealthy }
    const answer = await this.#world.apply(action, generation)
    patient.treatment = null
    this.#lastAnswer = this.#clock.now()
    if (answer !== 'conflict') patient.treated(this.#clock.now(), this.#o.coolDownMs)
  }

  #patient(id: string): Patient {
    const known = this.#patients.get(id) ?? new Patient()
    this.#patients.set(id, known)
    return known
  }

  #stopMyself(why: string): void {
    if (this.#why !== undefined) throw new Error('sentinel-self-healer-async-class.ts: twice')
    this.#why = why
    this.#world.page(why)
  }
}

export function createHealer(world: World, o: HealerOptions, clock: Clock): Healer {
  return new LoopingHealer(world, o, clock)
}
