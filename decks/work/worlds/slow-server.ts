import { poissonGap, simulate } from '@five-pillars/simulator'
import type {
  Client,
  Definition,
  EndCheck,
  Env,
  Node,
  NodeId,
  Scenario,
} from '@five-pillars/simulator'

import { balancings } from './balancing.ts'
import type { Balancing, Choose } from './balancing.ts'
import { labelOf } from './messages.ts'
import type { Message, Request } from './messages.ts'
import { Server } from './server.ts'

export interface Shop {
  servers: number
  /** Each request takes 50 % to 150 % of it. */
  meanServiceMs: number
  /** How many times slower the last server is. */
  slowFactor: number
  /** What a message takes from one machine to the next. */
  hopMs: number
  /** Share of what the servers can do together that is asked of them. */
  load: number
  /** For how long users come; afterwards all who wait are still served. */
  openMs: number
  users: number
}

/** Ten servers at 60 % of what they can do together, for a minute. */
export const shop: Shop = {
  servers: 10,
  meanServiceMs: 10,
  slowFactor: 10,
  hopMs: 0.5,
  load: 0.6,
  openMs: 60_000,
  users: 1,
}

const BALANCER = 'balancer'

/**
 * Users who come at random (a Poisson stream), a balancer, and servers that take one request at a
 * time in order of arrival. `answered` is emitted with what a user has waited, in milliseconds.
 *
 * @param atEnd what is held against the run; default: nothing
 */
export function slowServer(
  balancing: Balancing,
  world: Shop = shop,
  atEnd: readonly EndCheck[] = [],
): Scenario<Message> {
  const servers = serversOf(world)
  const runMs = world.openMs * (1 + world.slowFactor)
  const definition: Definition<Message> = {
    name: 'slow-server',
    nodes: [BALANCER, ...servers],
    make(env) {
      if (env.id === BALANCER) return new Balancer(env, servers, balancings[balancing]())
      const meanMs = meanServiceMs(world, env.id)
      return new Server(env, { serviceMs: (rng) => meanMs * (0.5 + rng.next()) })
    },
    clients: {
      count: world.users,
      make: (env) => new User(env, world),
      // Users come by themselves and wait for nobody: no calls, one after the other, of a client.
      gapMs: [runMs, runMs],
      timeoutMs: runMs,
      next: () => null,
      describe: () => 'request',
    },
    profile: { latencyMs: world.hopMs },
    faults: [],
    healAt: 1,
    runMs,
    atEnd,
    limits: { eventsMax: 1_000_000 },
    label: labelOf,
    show: { gauges: ['queue'] },
  }
  return simulate(definition)
}

/** A, B, C and so on; the last one is the slow one. */
export function serversOf({ servers }: Pick<Shop, 'servers'>): NodeId[] {
  return Array.from({ length: servers }, (_, index) => String.fromCodePoint(65 + index))
}

function meanServiceMs(world: Shop, server: NodeId): number {
  const isSlow = server === serversOf(world).at(-1)
  return world.meanServiceMs * (isSlow ? world.slowFactor : 1)
}

class User implements Client<Message> {
  readonly #env: Env<Message>
  readonly #openMs: number
  readonly #meanGapMs: number
  readonly #sentAt: number[] = []

  constructor(env: Env<Message>, world: Shop) {
    const rates = serversOf(world).map((id) => 1 / meanServiceMs(world, id))
    this.#env = env
    this.#openMs = world.openMs
    this.#meanGapMs = world.users / (world.load * rates.reduce((sum, rate) => sum + rate, 0))
  }

  start(): void {
    const gapMs = poissonGap(this.#env.rng, this.#meanGapMs)
    if (this.#env.now() + gapMs < this.#openMs) this.#env.setTimer('next', gapMs)
  }

  onTimer(): void {
    const id = this.#sentAt.push(this.#env.now())
    this.#env.send(BALANCER, { t: 'request', id, deadlineMs: Infinity })
    this.start()
  }

  onMessage(_from: NodeId, { id }: Message): void {
    this.#env.emit('answered', microseconds(this.#env.now() - (this.#sentAt[id - 1] ?? NaN)))
  }

  perform(): void {}
}

interface Passed {
  user: NodeId
  id: number
  server: number
}

class Balancer implements Node<Message> {
  readonly #env: Env<Message>
  readonly #servers: readonly NodeId[]
  readonly #choose: Choose
  readonly #inFlight: number[]
  readonly #passed = new Map<number, Passed>()
  #requests = 0

  constructor(env: Env<Message>, servers: readonly NodeId[], choose: Choose) {
    this.#env = env
    this.#servers = servers
    this.#choose = choose
    this.#inFlight = servers.map(() => 0)
  }

  start(): void {}

  onMessage(from: NodeId, msg: Message): void {
    if (msg.t === 'request') this.#pass(from, msg)
    else this.#answer(msg)
  }

  onTimer(): void {}

  #pass(user: NodeId, request: Request): void {
    const server = this.#choose(this.#inFlight, this.#env.rng)
    const id = ++this.#requests
    this.#passed.set(id, { user, id: request.id, server })
    this.#count(server, 1)
    this.#env.send(this.#servers[server] ?? '', { ...request, id })
  }

  #answer({ id }: Message): void {
    const passed = this.#passed.get(id)
    if (passed === undefined) return
    this.#passed.delete(id)
    this.#count(passed.server, -1)
    this.#env.send(passed.user, { t: 'answer', id: passed.id })
  }

  #count(server: number, change: 1 | -1): void {
    this.#inFlight[server] = (this.#inFlight[server] ?? 0) + change
  }
}

/** The clock's own grain, so that a difference of two times is a short number. */
function microseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
