import { poissonGap } from '@five-pillars/simulator'
import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { Lease, Parts } from '../parts.ts'
import type { Tuning } from '../src/game-day.ts'
import { Fleet } from './fleet.ts'
import type { FleetSettings, Ring, Scaler } from './fleet.ts'
import { hash } from './hash.ts'
import type { Lines, Request, ShopMessage } from './messages.ts'
import { MONITOR, replicasOf } from './places.ts'
import { missingFrom, Visitors } from './visitors.ts'
import type { Visitor } from './visitors.ts'

export interface GatewaySettings {
  readonly fleet: Omit<FleetSettings, 'panicShare'>
  readonly shards: readonly string[]
  readonly scaler: { target: number; tolerance: number; stabilizationDownMs: number }
  /** From one look at the metrics to the next. */
  readonly samplingMs: number
  /** How many people are in the shop. */
  readonly visitors: number
  /** Share of the requests that put a line into a cart. */
  readonly adds: number
  /** Whoever is answered later than this is not served well. */
  readonly goodMs: number
  /** After so long a user gives up. */
  readonly giveUpMs: number
  /** Where a smaller share is served well, from one look to the next, somebody is paged. */
  readonly goodShare: number
  /** What is asked of the shop at a time. */
  readonly demandAt: (ms: number) => Demand
}

/** What is asked of the shop at a moment. */
export interface Demand {
  readonly requestsPerMs: number
  readonly isMeasured: boolean
}

/** Why a user failed who was turned away at the door. */
export const NOBODY_HEALTHY = 'no worker is healthy'

/** More than one life of a gateway sees. */
const REQUESTS_MAX = 1_000_000

interface Waiting {
  readonly visitor: Visitor
  readonly kind: Request['kind']
  readonly since: number
  readonly lease: Lease
}

/**
 * The door of the shop. It counts who is served in time, sends each request to a worker, and sizes
 * the fleet. Emits `served` (with milliseconds), `failed`, `lost`, `scaled`, `page` and more.
 */
export class Gateway implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #parts: Parts
  readonly #settings: GatewaySettings
  readonly #tuning: Tuning
  readonly #balancer: ReturnType<Parts['loadBalancer']['createLeastConnections']>
  readonly #ring: Ring
  readonly #scaler: Scaler
  readonly #fleet: Fleet
  readonly #visitors: Visitors
  readonly #waiting = new Map<number, Waiting>()
  #requests = 0
  #down: ReadonlySet<NodeId> = new Set()
  #since = { workMs: 0, good: 0, all: 0 }
  #wasBad = false

  constructor(
    env: Env<ShopMessage>,
    subject: { parts: Parts; tuning: Tuning },
    settings: GatewaySettings,
  ) {
    const { parts, tuning } = subject
    this.#env = env
    this.#parts = parts
    this.#tuning = tuning
    this.#settings = settings
    this.#balancer = parts.loadBalancer.createLeastConnections(env.rng)
    this.#ring = parts.hashRing.createHashRing({ vnodes: tuning.virtualNodes, hash })
    this.#scaler = parts.autoscaler.createAutoscaler({
      ...settings.scaler,
      min: tuning.minWorkers,
      max: tuning.maxWorkers,
    })
    const { panicShare } = tuning
    this.#fleet = new Fleet(env, this.#balancer, { ...settings.fleet, panicShare })
    this.#visitors = new Visitors(env.rng)
  }

  /** A gateway that starts anew must not number its requests as one before it did. */
  #countLives(): void {
    const lives = this.#env.disk.get<number>('lives') ?? 0
    this.#env.disk.put('lives', lives + 1)
    this.#env.disk.sync()
    this.#requests = lives * REQUESTS_MAX
    this.#visitors.open(lives, this.#settings.visitors)
  }

  start(): void {
    const { shards, fleet, samplingMs } = this.#settings
    this.#countLives()
    for (const shard of shards) {
      this.#ring.add(shard)
      for (const id of replicasOf(shard)) this.#tellParts(id, true)
    }
    for (const id of fleet.machines) this.#tellParts(id, true)
    for (const id of fleet.machines.slice(0, this.#tuning.minWorkers)) this.#fleet.enter(id)
    this.#watch()
    this.#env.setTimer('arrival', 0)
    this.#env.setTimer('look', samplingMs)
  }

  onMessage(_from: NodeId, msg: ShopMessage): void {
    if (msg.t === 'answer') this.#answer(msg)
    else if (msg.t === 'report') this.#hear(msg.down)
  }

  onTimer(name: string): void {
    if (name === 'arrival') {
      this.#giveUp()
      this.#admit()
      const { requestsPerMs } = this.#settings.demandAt(this.#env.now())
      this.#env.setTimer('arrival', poissonGap(this.#env.rng, 1 / requestsPerMs))
    } else if (name === 'look') this.#look()
    else this.#fleet.enter(name)
  }

  #admit(): void {
    const visitor = this.#visitors.take()
    const request = ++this.#requests
    const kind = this.#env.rng.next() < this.#settings.adds ? 'add' : 'show'
    const shard = this.#shardOf(visitor.cart)
    const lease = shard === null ? null : this.#balancer.acquire()
    if (shard === null || lease === null) {
      this.#fail(visitor, shard === null ? 'no shard keeps the cart' : NOBODY_HEALTHY)
      return
    }
    const worker: unknown = lease.backend
    if (!this.#fleet.has(worker)) {
      throw new Error(`acquire chose ${named(worker)}, which is no worker in service`)
    }
    const since = this.#env.now()
    this.#waiting.set(request, { visitor, kind, since, lease })
    const replicas = replicasOf(shard)
    this.#env.send(worker, { t: 'request', request, kind, cart: visitor.cart, replicas })
  }

  #shardOf(cart: string): string | null {
    const owner: unknown = this.#ring.owner(cart)
    if (owner === null) return null
    const shard = this.#settings.shards.find((known) => known === owner)
    if (shard === undefined) throw new Error(`owner gave ${named(owner)}, which is no shard`)
    return shard
  }

  #answer({ request, lines, workMs }: ShopMessage & { t: 'answer' }): void {
    this.#since.workMs += workMs
    const waiting = this.#waiting.get(request)
    if (waiting === undefined) return
    this.#waiting.delete(request)
    const { visitor, since, kind, lease } = waiting
    if (lines === null) {
      lease.release('error')
      this.#fail(visitor, 'no quorum')
      return
    }
    lease.release('ok')
    this.#compare(lines, visitor)
    if (kind === 'add') visitor.acknowledged.push(request)
    const ms = this.#env.now() - since
    this.#env.emit('served', ms)
    this.#count(ms <= this.#settings.goodMs)
    this.#visitors.release(visitor)
  }

  /** Each lost line is told once: after that its owner has given it up. */
  #compare(lines: Lines, visitor: Visitor): void {
    for (const line of missingFrom(lines, visitor)) {
      this.#env.emit('lost', { cart: visitor.cart, line })
      visitor.acknowledged.splice(visitor.acknowledged.indexOf(line), 1)
    }
  }

  /** Requests are in the order of their times. */
  #giveUp(): void {
    const before = this.#env.now() - this.#settings.giveUpMs
    for (const [request, { since, visitor, lease }] of this.#waiting) {
      if (since > before) return
      this.#waiting.delete(request)
      lease.release('timeout')
      this.#fail(visitor, 'no answer')
    }
  }

  #fail(visitor: Visitor, why: string): void {
    this.#env.emit('failed', why)
    this.#count(false)
    this.#visitors.release(visitor)
  }

  #count(isGood: boolean): void {
    this.#since.all++
    if (isGood) this.#since.good++
  }

  /** The metrics since the last look: for the autoscaler, and for whoever is on call. */
  #look(): void {
    const { samplingMs, goodShare } = this.#settings
    this.#env.setTimer('look', samplingMs)
    const { workMs, good, all } = this.#since
    this.#since = { workMs: 0, good: 0, all: 0 }
    this.#env.emit('workers', this.#fleet.ready)
    if (all > 0) this.#env.emit('in time, %', Math.round((100 * good) / all))
    const isBad = good < all * goodShare
    if (isBad && !this.#wasBad) this.#env.emit('page', `${all - good} of ${all} not served in time`)
    this.#wasBad = isBad
    const at = this.#env.now()
    const { ready, starting } = this.#fleet
    const seen = this.#settings.demandAt(at).isMeasured && ready > 0
    const utilization = seen ? workMs / (ready * samplingMs) : null
    this.#order(this.#scaler.decide({ at, ready, starting, utilization }), ready + starting)
    this.#watch()
  }

  #watch(): void {
    const replicas = this.#settings.shards.flatMap((shard) => replicasOf(shard))
    this.#env.send(MONITOR, { t: 'watch', ids: [...replicas, ...this.#fleet.members] })
  }

  #order(workers: unknown, present: number): void {
    const { minWorkers, maxWorkers } = this.#tuning
    const isRight = typeof workers === 'number' && Number.isInteger(workers)
    if (!isRight || workers < minWorkers || workers > maxWorkers) {
      const said = typeof workers === 'number' ? String(workers) : typeof workers
      throw new Error(`decide gave ${said}, not a whole number from ${minWorkers} to ${maxWorkers}`)
    }
    if (workers === present) return
    this.#env.emit('scaled', workers)
    this.#fleet.scaleTo(workers)
  }

  #hear(down: readonly NodeId[]): void {
    const before = this.#down
    const now = new Set(down)
    this.#down = now
    for (const id of before) if (!now.has(id)) this.#tellParts(id, true)
    for (const id of now) if (!before.has(id)) this.#tellParts(id, false)
    this.#fleet.hear(down)
  }

  /** For those who want to know. The quorum, the ring and the autoscaler had better not. */
  #tellParts(id: NodeId, isUp: boolean): void {
    const { loadBalancer, hashRing, quorum, healthChecker, autoscaler } = this.#parts
    for (const part of [loadBalancer, hashRing, quorum, healthChecker, autoscaler]) {
      part.onHealth?.(id, isUp)
    }
  }
}

/** What a part gave instead of a name. */
function named(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : `a value of type ${typeof value}`
}
