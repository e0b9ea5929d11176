import type { Clock, TimerId } from '@five-pillars/simulator'

import type { Tuning } from '../../src/game-day.ts'

/** Five classes; the ring is none: every shard bids for every cart, and the highest bid wins. */
export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 250,
  panicShare: 0.3,
  minWorkers: 3,
  maxWorkers: 10,
}

class Backend {
  readonly id: string
  isHealthy = true
  readonly open = new Set<OpenLease>()

  constructor(id: string) {
    this.id = id
  }
}

class OpenLease {
  readonly #owner: Backend

  constructor(owner: Backend) {
    this.#owner = owner
    owner.open.add(this)
  }

  get backend(): string {
    return this.#owner.id
  }

  release(): void {
    this.#owner.open.delete(this)
  }
}

/** A queue: whoever is served goes to its end, so that of equals the one that rested is next. */
class Balancer {
  #queue: Backend[] = []

  add({ id }: { id: string }): void {
    if (!this.#queue.some((backend) => backend.id === id)) this.#queue.push(new Backend(id))
  }

  remove(id: string): void {
    this.#queue = this.#queue.filter((backend) => backend.id !== id)
  }

  setHealthy(id: string, isHealthy: boolean): void {
    for (const backend of this.#queue) if (backend.id === id) backend.isHealthy = isHealthy
  }

  acquire(): OpenLease | null {
    const [chosen] = this.#queue
      .filter((backend) => backend.isHealthy)
      .toSorted((a, b) => a.open.size - b.open.size)
    if (chosen === undefined) return null
    this.#queue.push(...this.#queue.splice(this.#queue.indexOf(chosen), 1))
    return new OpenLease(chosen)
  }

  inFlight(id: string): number {
    return this.#queue.find((backend) => backend.id === id)?.open.size ?? 0
  }
}

class Auction {
  readonly #hash: (text: string) => number
  readonly #bidders = new Set<string>()

  constructor(hash: (text: string) => number) {
    this.#hash = hash
  }

  add(shard: string): void {
    this.#bidders.add(shard)
  }

  remove(shard: string): void {
    this.#bidders.delete(shard)
  }

  owner(key: string): string | null {
    return this.replicas(key, 1)[0] ?? null
  }

  replicas(key: string, n: number): string[] {
    const bid = (shard: string): number => this.#hash(JSON.stringify([shard, key]))
    return [...this.#bidders].toSorted((a, b) => bid(b) - bid(a)).slice(0, Math.max(0, n))
  }
}

/** Counts down: what is missing to be reached, and what may be lost before it is impossible. */
class Tally {
  readonly #silent: Set<string>
  #missing: number
  #spare: number

  constructor(members: ReadonlySet<string>, need: number) {
    this.#silent = new Set(members)
    this.#missing = need
    this.#spare = members.size - need
  }

  offer(from: string, ok: boolean): 'pending' | 'reached' | 'impossible' {
    if (this.#silent.delete(from)) {
      if (ok) this.#missing -= 1
      else this.#spare -= 1
    }
    if (this.#missing <= 0) return 'reached'
    return this.#spare < 0 ? 'impossible' : 'pending'
  }
}

type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void

interface Target {
  status: Status
  /** Positive for successes in a row, negative for failures. */
  streak: number
  timer?: TimerId
}

interface Options {
  intervalMs: number
  timeoutMs: number
  rise: number
  fall: number
}

class Checker {
  readonly #options: Options
  readonly #clock: Clock
  readonly #probe: (id: string) => Promise<boolean>
  readonly #targets = new Map<string, Target>()
  readonly #listeners = new Set<Listener>()
  #isRunning = false
  #added = 0

  constructor(options: Options, clock: Clock, probe: (id: string) => Promise<boolean>) {
    this.#options = options
    this.#clock = clock
    this.#probe = probe
  }

  add(id: string): void {
    if (this.#targets.has(id)) return
    this.#targets.set(id, { status: 'unknown', streak: 0 })
    if (this.#isRunning) this.#begin(id)
  }

  remove(id: string): void {
    const timer = this.#targets.get(id)?.timer
    if (timer !== undefined) this.#clock.clearTimeout(timer)
    this.#targets.delete(id)
  }

  start(): void {
    if (!this.#isRunning) for (const id of this.#targets.keys()) this.#begin(id)
    this.#isRunning = true
  }

  stop(): void {
    this.#isRunning = false
    for (const { timer } of this.#targets.values()) {
      if (timer !== undefined) this.#clock.clearTimeout(timer)
    }
  }

  status(id: string): Status {
    return this.#targets.get(id)?.status ?? 'unknown'
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #begin(id: string): void {
    const target = this.#targets.get(id)
    if (target !== undefined) this.#later(id, target, ((this.#added++ * 7) % 32) / 32)
  }

  #later(id: string, target: Target, intervals: number): void {
    target.timer = this.#clock.setTimeout(() => {
      this.#later(id, target, 1)
      void this.#ask(id, target)
    }, intervals * this.#options.intervalMs)
  }

  async #ask(id: string, target: Target): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const timer = this.#clock.setTimeout(() => resolve(false), this.#options.timeoutMs)
    this.#probe(id).then(resolve, () => resolve(false))
    const isUp = await promise
    this.#clock.clearTimeout(timer)
    if (this.#isRunning && this.#targets.get(id) === target) this.#count(id, target, isUp)
  }

  #count(id: string, target: Target, isUp: boolean): void {
    const { rise, fall } = this.#options
    target.streak = isUp ? Math.max(1, target.streak + 1) : Math.min(-1, target.streak - 1)
    const isProven = isUp ? target.streak >= rise : -target.streak >= fall
    const status = isUp ? 'up' : 'down'
    if (!isProven || target.status === status) return
    target.status = status
    for (const listener of this.#listeners) listener(id, status, this.#clock.now())
  }
}

interface ScalerOptions {
  target: number
  min: number
  max: number
  tolerance: number
  stabilizationDownMs: number
}

/** Whoever is lower and older than another can never be the highest again: it is dropped at once. */
class Scaler {
  readonly #options: ScalerOptions
  readonly #falling: { at: number; replicas: number }[] = []

  constructor(options: ScalerOptions) {
    if (options.max < 1) throw new Error('sentinel-game-day-classes.ts: nobody works')
    this.#options = options
  }

  decide(sample: {
    at: number
    ready: number
    starting: number
    utilization: number | null
  }): number {
    const { at, ready, starting, utilization } = sample
    const { target, tolerance, stabilizationDownMs } = this.#options
    const present = this.#within(ready + starting)
    if (utilization === null || Number.isNaN(utilization) || ready < 1) return present
    const ratio = utilization / target
    const isClose = ratio >= 1 - tolerance && ratio <= 1 + tolerance
    const wanted = isClose ? present : this.#within(Math.ceil(ready * ratio))
    while ((this.#falling.at(-1)?.replicas ?? Infinity) <= wanted) this.#falling.pop()
    this.#falling.push({ at, replicas: wanted })
    while (at - (this.#falling[0]?.at ?? at) > stabilizationDownMs) this.#falling.shift()
    return wanted > present ? wanted : Math.min(present, this.#falling[0]?.replicas ?? present)
  }

  #within(replicas: number): number {
    return Math.min(this.#options.max, Math.max(this.#options.min, replicas))
  }
}

export const parts = {
  loadBalancer: { createLeastConnections: (): Balancer => new Balancer() },
  hashRing: {
    createHashRing: ({ hash }: { hash: (text: string) => number }): Auction => new Auction(hash),
  },
  quorum: {
    createCollector: (members: ReadonlySet<string>, need: number): Tally =>
      new Tally(members, need),
    newest<T>(
      replies: readonly { id: string; ts: number; value: T }[],
      r: number,
    ): { value: T; stale: string[] } | null {
      const [best, ...others] = replies.toSorted((a, b) => b.ts - a.ts || (a.id < b.id ? 1 : -1))
      if (best === undefined || replies.length < r) return null
      const stale = others.filter(({ ts }) => ts < best.ts).map(({ id }) => id)
      return { value: best.value, stale: stale.toSorted() }
    },
  },
  healthChecker: {
    createHealthChecker: (
      options: Options,
      clock: Clock,
      probe: (id: string) => Promise<boolean>,
    ): Checker => new Checker(options, clock, probe),
  },
  autoscaler: { createAutoscaler: (options: ScalerOptions): Scaler => new Scaler(options) },
}
