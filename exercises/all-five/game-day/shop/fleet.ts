import type { Env, NodeId } from '@five-pillars/simulator'

import type { AutoscalerPart, HashRingPart, LoadBalancerPart } from '../parts.ts'
import type { ShopMessage } from './messages.ts'
import { zoneOf } from './places.ts'

export interface FleetSettings {
  /** Every machine that a worker can run on. */
  readonly machines: readonly NodeId[]
  /** Shortest and longest time from the order of a worker until it works. */
  readonly bootMs: readonly [number, number]
  readonly panicShare: number
}

type Balancer = ReturnType<LoadBalancerPart['createLeastConnections']>
export type Ring = ReturnType<HashRingPart['createHashRing']>
export type Scaler = ReturnType<AutoscalerPart['createAutoscaler']>

/** The workers that there are, those that boot, and those that the monitor says are down. */
export class Fleet {
  readonly #env: Env<ShopMessage>
  readonly #balancer: Balancer
  readonly #settings: FleetSettings
  /** Each worker in service, and whether the balancer was told that it is healthy. */
  readonly #members = new Map<NodeId, boolean>()
  readonly #booting: NodeId[] = []
  #down: ReadonlySet<NodeId> = new Set()
  #isPanic = false

  constructor(env: Env<ShopMessage>, balancer: Balancer, settings: FleetSettings) {
    this.#env = env
    this.#balancer = balancer
    this.#settings = settings
  }

  /** Workers that requests are sent to. */
  get ready(): number {
    return [...this.#members.values()].filter(Boolean).length
  }

  get members(): NodeId[] {
    return [...this.#members.keys()]
  }

  get starting(): number {
    return this.#booting.length
  }

  has(id: unknown): id is NodeId {
    return typeof id === 'string' && this.#members.has(id)
  }

  enter(id: NodeId): void {
    const place = this.#booting.indexOf(id)
    if (place !== -1) this.#booting.splice(place, 1)
    this.#members.set(id, true)
    this.#balancer.add({ id })
    this.#judge()
  }

  /** Brings what is ready and what boots to so many. Whoever boots is the first to go again. */
  scaleTo(workers: number): void {
    let present = this.ready + this.starting
    for (; present < workers; present++) this.#boot()
    for (; present > workers; present--) this.#stop()
  }

  /** The word of the monitor. Too few that are up: then it is the monitor that is not well. */
  hear(down: readonly NodeId[]): void {
    this.#down = new Set(down)
    this.#judge()
  }

  #judge(): void {
    const ids = [...this.#members.keys()]
    const up = ids.filter((id) => !this.#down.has(id)).length
    const isPanic = up < ids.length * this.#settings.panicShare
    if (isPanic !== this.#isPanic) this.#env.emit(isPanic ? 'panic' : 'calm')
    this.#isPanic = isPanic
    for (const [id, isIn] of this.#members) {
      const isHealthy = isPanic || !this.#down.has(id)
      if (isHealthy === isIn) continue
      this.#members.set(id, isHealthy)
      this.#env.emit(isHealthy ? 'returned' : 'ejected', id)
      this.#balancer.setHealthy(id, isHealthy)
    }
  }

  /** Not on a machine in a zone where somebody is out of reach. */
  #boot(): void {
    const { machines, bootMs } = this.#settings
    const shunned = new Set([...this.#down].map((id) => zoneOf(id)))
    const free = machines.filter((id) => !this.#members.has(id) && !this.#booting.includes(id))
    const chosen = free.find((id) => !shunned.has(zoneOf(id))) ?? free[0]
    if (chosen === undefined) return
    const [shortest, longest] = bootMs
    this.#booting.push(chosen)
    this.#env.setTimer(chosen, shortest + this.#env.rng.next() * (longest - shortest))
  }

  #stop(): void {
    const booting = this.#booting.pop()
    if (booting !== undefined) {
      this.#env.clearTimer(booting)
      return
    }
    const last = [...this.#members].findLast(([, isIn]) => isIn)
    if (last === undefined) return
    const [id] = last
    this.#members.delete(id)
    this.#balancer.remove(id)
  }
}
