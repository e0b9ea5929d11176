import { simulate } from '@five-pillars/simulator'
import type {
  Call,
  Client,
  EndCheck,
  Env,
  Fault,
  Node,
  NodeId,
  Outcome,
  RunOptions,
  Scenario,
} from '@five-pillars/simulator'

import { eligible } from '../snippets/eligible.ts'
import { Prober } from './prober.ts'
import type { ProbeOptions } from './prober.ts'

export type FleetMessage =
  | { t: 'order'; order: number; shopper: NodeId }
  | { t: 'done'; order: number }
  | { t: 'refused'; order: number }
  | { t: 'probe'; probe: number }
  | { t: 'well'; probe: number }
  | { t: 'ask'; probe: number }
  | { t: 'here'; probe: number }

export interface FleetOptions {
  /** A deep check asks a server for the mail server too, a shallow one for itself alone. */
  check: 'shallow' | 'deep'
  /** Below this share of healthy servers the balancer uses them all. */
  panicShare: number
}

/** Three servers that take orders, a balancer, and a mail server that no order needs. */
export const fleet = {
  servers: ['A', 'B', 'C'],
  shoppers: 2,
  gapMs: [110, 170],
  latencyMs: 8,
  probing: { intervalMs: 200, timeoutMs: 100, rise: 2, fall: 2 },
  runMs: 2400,
} as const

const BALANCER = 'LB'
const MAIL = 'mail'

/** A shopper is answered by whom the balancer has chosen, or refused by the balancer. */
export function fleetOf({ check, panicShare }: FleetOptions): Scenario<FleetMessage> {
  const { shoppers, gapMs, latencyMs, probing, runMs } = fleet
  return simulate<FleetMessage>({
    name: panicShare > 0 ? `${check}-check-with-panic` : `${check}-check`,
    nodes: ['A', MAIL, 'B', 'C', BALANCER],
    make(env) {
      if (env.id === BALANCER) return new Balancer(env, probing, panicShare)
      return env.id === MAIL ? new Mail(env) : new Server(env, check === 'deep')
    },
    clients: {
      count: shoppers,
      make: (env) => new Shopper(env),
      gapMs,
      timeoutMs: runMs,
      next: (_rng, { unique }) => unique,
      describe: ({ input }) => `order ${String(input)}`,
    },
    profile: { latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 1,
    runMs,
    atEnd: [ordersAreTaken],
    label: labelOf,
  })
}

export function mailDies(at: number, forMs: number): Fault {
  return { kind: 'crash', at, for: forMs, node: MAIL }
}

/** The mail server is gone for a second. */
export const mailStory: RunOptions = { seed: 5, plan: [mailDies(600, 1000)] }

const ordersAreTaken: EndCheck = {
  kind: 'end',
  text: 'orders need no mail',
  check({ history }) {
    const refused = history.find(({ outcome }) => outcome === 'fail')
    if (refused === undefined || refused.returnedAt === null) return null
    return { at: refused.returnedAt, text: `order ${String(refused.input)} is refused` }
  },
}

class Balancer implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #panicShare: number
  readonly #prober: Prober
  #turn = 0

  constructor(env: Env<FleetMessage>, options: ProbeOptions, panicShare: number) {
    this.#env = env
    this.#panicShare = panicShare
    this.#prober = new Prober(env, fleet.servers, options, {
      ask: (id, probe) => env.send(id, { t: 'probe', probe }),
      tell: (id, isUp) => env.emit(isUp ? 'takes in' : 'takes out', id),
    })
  }

  start(): void {
    this.#prober.start()
  }

  onTimer(name: string): void {
    this.#prober.onTimer(name)
  }

  onMessage(from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'well') this.#prober.onAnswer(from, msg.probe)
    if (msg.t === 'order') this.#pass(msg)
  }

  #pass(order: Extract<FleetMessage, { t: 'order' }>): void {
    const choice = eligible(fleet.servers, (id) => this.#prober.isUp(id), this.#panicShare)
    const server = choice[this.#turn++ % choice.length]
    if (server === undefined) this.#env.send(order.shopper, { t: 'refused', order: order.order })
    else this.#env.send(server, order)
  }
}

class Server implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #isDeep: boolean
  #balancer: NodeId = BALANCER

  constructor(env: Env<FleetMessage>, isDeep: boolean) {
    this.#env = env
    this.#isDeep = isDeep
  }

  start(): void {}

  onMessage(from: NodeId, msg: FleetMessage): void {
    switch (msg.t) {
      case 'order':
        this.#env.send(msg.shopper, { t: 'done', order: msg.order })
        break
      case 'probe':
        this.#balancer = from
        if (this.#isDeep) this.#env.send(MAIL, { t: 'ask', probe: msg.probe })
        else this.#env.send(from, { t: 'well', probe: msg.probe })
        break
      case 'here':
        this.#env.send(this.#balancer, { t: 'well', probe: msg.probe })
        break
      case 'done':
      case 'refused':
      case 'well':
      case 'ask':
        break
    }
  }

  onTimer(): void {}
}

class Mail implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>

  constructor(env: Env<FleetMessage>) {
    this.#env = env
  }

  start(): void {}

  onMessage(server: NodeId, msg: FleetMessage): void {
    if (msg.t === 'ask') this.#env.send(server, { t: 'here', probe: msg.probe })
  }

  onTimer(): void {}
}

class Shopper implements Client<FleetMessage> {
  readonly #env: Env<FleetMessage>
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<FleetMessage>) {
    this.#env = env
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    this.#env.send(BALANCER, { t: 'order', order: Number(input), shopper: this.#env.id })
  }

  onMessage(_from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'done') this.#done({ kind: 'ok', output: 'taken' })
    if (msg.t === 'refused') this.#done({ kind: 'fail', reason: 'nobody is healthy' })
  }

  onTimer(): void {}
}

function labelOf(msg: FleetMessage): string {
  switch (msg.t) {
    case 'order':
    case 'done':
    case 'refused':
      return `${msg.t} ${msg.order}`
    case 'probe':
      return 'well?'
    case 'well':
      return 'well'
    case 'ask':
      return 'mail?'
    case 'here':
      return 'here'
  }
}
