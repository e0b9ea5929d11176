import type { Clock, Env, Node, NodeId, Rng } from '@five-pillars/simulator'

import type { Fleet, Host, Rollout, RolloutOptions, State } from './src/rollout.ts'
import type * as starter from './src/rollout.ts'

/** A version carries its flaw with it: the share of requests that fail because of it. */
interface Software {
  readonly name: string
  readonly flaw: number
}

export type RolloutMessage =
  | { t: 'deploy'; nth: number; software: Software }
  | { t: 'deployed'; nth: number; version: string }
  | { t: 'flag'; isOn: boolean }
  /** What users did since the last report, and how many of them a flaw has hurt. */
  | { t: 'report'; version: string; requests: number; errors: number; hurt: number }

/** How the world is; times are milliseconds. */
export interface Surroundings {
  readonly options: Omit<RolloutOptions, 'compatible'>
  readonly reportMs: number
  readonly perReport: readonly [fewest: number, most: number]
  /** Share of requests that fail whatever the version, on a usual and on a bad day. */
  readonly errors: { readonly usual: number; readonly bad: number }
  readonly badDayMs: readonly [from: number, until: number]
  readonly installMs: readonly [shortest: number, longest: number]
  readonly timeoutMs: number
  /** Share of first deployments that come to nothing, and of those whose answer gets lost. */
  readonly lost: { readonly deployment: number; readonly answer: number }
  /** What is shipped, one after the other, from the version that is good. */
  readonly ships: readonly (Software & { readonly atMs: number })[]
}

const OLD: Software = { name: 'v1', flaw: 0 }

/** Runs a submission; emits what it ships, its states, and what it does with the flag. */
export class Operator implements Node<RolloutMessage> {
  readonly #env: Env<RolloutMessage>
  readonly #world: Surroundings
  readonly #rollout: Rollout
  readonly #hosts = new Map<NodeId, Host>()
  readonly #counts = new Map<string, { requests: number; errors: number }>()
  readonly #open = new Map<number, { id: NodeId; settle: (answer: 'ok' | 'timeout') => void }>()
  #shipped = 0
  #nth = 0
  #state: State = 'idle'
  #isOver = false

  constructor(
    env: Env<RolloutMessage>,
    clock: Clock,
    create: typeof starter.createRollout,
    world: Surroundings,
  ) {
    this.#env = env
    this.#world = world
    for (const [index, id] of env.peers.entries()) {
      const zone = `z${Math.floor((index * 3) / env.peers.length) + 1}`
      this.#hosts.set(id, { id, zone, version: OLD.name, healthy: true })
    }
    const options = { ...world.options, compatible: () => true }
    this.#rollout = create(this.#fleet, options, clock)
  }

  start(): void {
    this.#env.setTimer('look', 1)
  }

  onMessage(from: NodeId, msg: RolloutMessage): void {
    const host = this.#hosts.get(from)
    if (host === undefined) return
    if (msg.t === 'report') {
      host.version = msg.version
      const count = this.#count(msg.version)
      count.requests += msg.requests
      count.errors += msg.errors
    } else if (msg.t === 'deployed') {
      host.version = msg.version
      this.#settle(msg.nth, 'ok')
    }
  }

  onTimer(name: string): void {
    if (name !== 'look') return this.#settle(Number(name), 'timeout')
    const next = this.#world.ships[this.#shipped]
    if (next !== undefined && this.#env.now() >= next.atMs) {
      this.#shipped++
      this.#emit('ships', next.name)
      this.#rollout.start(OLD.name, next.name)
    }
    const state = this.#rollout.state()
    if (state !== this.#state) this.#emit(state)
    this.#state = state
    this.#env.setTimer('look', LOOK_MS)
  }

  readonly #fleet: Fleet = {
    hosts: () => [...this.#hosts.values()].map((host) => ({ ...host })),
    deploy: (id, version) => {
      const { promise, resolve } = Promise.withResolvers<'ok' | 'timeout'>()
      const host = this.#hosts.get(id)
      if (this.#isOver || host === undefined) return promise
      const nth = ++this.#nth
      host.healthy = false
      this.#open.set(nth, { id, settle: resolve })
      const software = this.#world.ships.find(({ name }) => name === version) ?? OLD
      this.#env.send(id, { t: 'deploy', nth, software })
      this.#env.setTimer(String(nth), this.#world.timeoutMs)
      return promise
    },
    metric: (version) => ({ ...this.#count(version) }),
    flag: (_, isOn) => {
      if (this.#isOver) return
      this.#emit(isOn ? 'flag on' : 'flag off')
      for (const id of this.#hosts.keys()) this.#env.send(id, { t: 'flag', isOn })
    },
  }

  #settle(nth: number, answer: 'ok' | 'timeout'): void {
    const open = this.#open.get(nth)
    if (open === undefined) return
    this.#open.delete(nth)
    this.#env.clearTimer(String(nth))
    const host = this.#hosts.get(open.id)
    if (host !== undefined) host.healthy = true
    open.settle(answer)
  }

  #count(version: string): { requests: number; errors: number } {
    const count = this.#counts.get(version) ?? { requests: 0, errors: 0 }
    this.#counts.set(version, count)
    return count
  }

  /** A run that has found something ends its step with an error: that is not for the submission. */
  #emit(event: string, data?: unknown): void {
    try {
      this.#env.emit(event, data)
    } catch {
      this.#isOver = true
    }
  }
}

const LOOK_MS = 500

/** Serves users, and reports; emits the version that it runs, `down` and `up`. */
export class Server implements Node<RolloutMessage> {
  readonly #env: Env<RolloutMessage>
  readonly #world: Surroundings
  readonly #operator: NodeId
  #software: Software = OLD
  #next: { nth: number; software: Software } | null = null
  #deployments = 0

  constructor(env: Env<RolloutMessage>, operator: NodeId, world: Surroundings) {
    this.#env = env
    this.#operator = operator
    this.#world = world
  }

  start(): void {
    this.#env.emit('runs', this.#software.name)
    this.#env.setTimer('report', this.#env.rng.next() * this.#world.reportMs)
  }

  onMessage(_from: NodeId, msg: RolloutMessage): void {
    if (msg.t !== 'deploy') return
    const { rng } = this.#env
    const { lost, installMs } = this.#world
    if (this.#deployments++ === 0 && rng.next() < lost.deployment) return
    this.#next = msg
    this.#env.emit('down')
    this.#env.clearTimer('report')
    this.#env.setTimer('installed', installMs[0] + rng.next() * (installMs[1] - installMs[0]))
  }

  onTimer(name: string): void {
    if (name === 'installed') this.#install()
    else this.#report()
    this.#env.setTimer('report', this.#world.reportMs)
  }

  #install(): void {
    if (this.#next === null) return
    const { nth, software } = this.#next
    this.#software = software
    this.#env.emit('up')
    this.#env.emit('runs', software.name)
    if (this.#deployments === 1 && this.#env.rng.next() < this.#world.lost.answer) return
    this.#env.send(this.#operator, { t: 'deployed', nth, version: software.name })
  }

  #report(): void {
    const { rng } = this.#env
    const { perReport, errors, badDayMs } = this.#world
    const now = this.#env.now()
    const isBad = now >= badDayMs[0] && now < badDayMs[1]
    const usual = isBad ? errors.bad : errors.usual
    const requests = perReport[0] + rng.int(perReport[1] - perReport[0] + 1)
    const { name: version, flaw } = this.#software
    const hurt = failures(rng, requests, flaw)
    const failed = hurt + failures(rng, requests - hurt, usual)
    this.#env.send(this.#operator, { t: 'report', version, requests, errors: failed, hurt })
  }
}

const DICE = 4

/** How many of some requests fail, with a share that does: the sum of a few dice is nearly normal. */
function failures(rng: Rng, requests: number, share: number): number {
  if (share === 0) return 0
  let luck = 0
  for (let nth = 0; nth < DICE; nth++) luck += rng.next() - 0.5
  const deviation = Math.sqrt(requests * share * (1 - share))
  const some = Math.round(requests * share + luck * Math.sqrt(12 / DICE) * deviation)
  return Math.min(requests, Math.max(0, some))
}
