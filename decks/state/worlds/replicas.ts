import { simulate } from '@five-pillars/simulator'
import type {
  Call,
  Client,
  EndCheck,
  Env,
  Fault,
  Node,
  NodeId,
  Operation,
  Outcome,
  RunOptions,
  Scenario,
} from '@five-pillars/simulator'

/** A shop with three copies of its orders; the first of them is the primary. */
export const shop = {
  copies: ['A', 'B', 'C'],
  meanDelayMs: 10,
  /** How often the primary ships new orders to the others, where nobody waits for that. */
  shipEveryMs: 30,
  /** Shortest and longest time between the orders of one shopper. */
  gapMs: [20, 60],
  shoppers: 3,
  runMs: 1000,
} as const

/** What the primary does before it confirms an order. */
export type Waiting =
  /** Nothing: it ships the order to the others later. */
  | 'none'
  /** It hears from one of the others, so that two of three have the order. */
  | 'one'
  /** It hears from both. */
  | 'all'

const NAMES = {
  none: 'confirm-at-once',
  one: 'confirm-by-two-of-three',
  all: 'confirm-by-all-three',
} as const satisfies Record<Waiting, string>

export type ReplicaMessage =
  | { t: 'order'; order: number }
  | { t: 'ok'; order: number }
  | { t: 'copy'; orders: readonly number[] }
  | { t: 'stored'; orders: readonly number[] }
  | { t: 'show' }
  | { t: 'orders'; orders: readonly number[] }
  | { t: 'what' }
  | { t: 'has'; orders: readonly number[] }
  | { t: 'lead'; orders: readonly number[] }
  | { t: 'leads' }

const [PRIMARY] = shop.copies
/** How many of the others answer the operator: all that are left when the primary is gone. */
const SURVIVORS = shop.copies.length - 1

export interface ShopOptions {
  waiting: Waiting
  shoppers?: number
  spread?: 'uniform' | 'exponential'
  meanDelayMs?: number
}

/**
 * Shoppers order from the primary. When the operator, the last client, is told to, it asks the
 * other copies what they have, makes the first of them the primary, and gives it all of that.
 */
export function replicas({
  waiting,
  shoppers = shop.shoppers,
  spread = 'exponential',
  meanDelayMs = shop.meanDelayMs,
}: ShopOptions): Scenario<ReplicaMessage> {
  const operator = `c${shoppers + 1}`
  const clients = Array.from({ length: shoppers }, (_, index) => `c${index + 1}`)
  return simulate<ReplicaMessage>({
    name: NAMES[waiting],
    nodes: shop.copies,
    make: (env) => new Copy(env, waiting, [...clients, operator]),
    clients: {
      count: shoppers + 1,
      make: (env) => (env.id === operator ? new Operator(env) : new Shopper(env)),
      gapMs: shop.gapMs,
      timeoutMs: shop.runMs,
      next: (_rng, { unique }) => unique,
      describe: describeCall,
    },
    profile: { latencyMs: meanDelayMs, spread },
    faults: [],
    healAt: 1,
    runMs: shop.runMs,
    atEnd: [confirmedIsThere],
    label: labelOf,
    show: { leader: 'primary' },
  })
}

/** The primary dies and nobody brings it back. */
export function primaryDies(at: number): Fault {
  return { kind: 'crash', at, for: 10 * shop.runMs, node: PRIMARY }
}

/**
 * One shopper, every message 8 ms on its way: the first order is shipped in time, the second
 * is confirmed a few milliseconds before the primary dies.
 */
export const shortStory: RunOptions = {
  seed: 3,
  runMs: 220,
  profile: { spread: 'constant', latencyMs: 8 },
  plan: [primaryDies(84)],
  workload: [
    { client: 'c1', at: 5, call: { key: 'shop', input: 1 } },
    { client: 'c1', at: 64, call: { key: 'shop', input: 2 } },
    { client: 'c2', at: 110, call: { key: 'shop', input: 'switch' } },
    { client: 'c1', at: 165, call: { key: 'shop', input: 'show' } },
  ],
}

/** Whoever is shown the orders sees all that were confirmed before. */
const confirmedIsThere: EndCheck = {
  kind: 'end',
  text: 'confirmed orders stay',
  check({ history }) {
    for (const show of history) {
      const [gone] = missingIn(show, history)
      if (gone !== undefined && show.returnedAt !== null) {
        return { at: show.returnedAt, text: `order ${gone} is gone` }
      }
    }
    return null
  },
}

/** The orders that had been confirmed when this call began, and that its answer does not have. */
export function missingIn(show: Operation, history: readonly Operation[]): number[] {
  const { outcome, output, invokedAt } = show
  if (outcome !== 'ok' || !Array.isArray(output)) return []
  const shown = new Set(output.map(Number))
  return history.flatMap(({ input, outcome: end, returnedAt }) =>
    typeof input === 'number' &&
    end === 'ok' &&
    returnedAt !== null &&
    returnedAt <= invokedAt &&
    !shown.has(input)
      ? [input]
      : [],
  )
}

class Copy implements Node<ReplicaMessage> {
  readonly #env: Env<ReplicaMessage>
  readonly #waiting: Waiting
  readonly #clients: readonly NodeId[]
  readonly #orders = new Set<number>()
  /** Orders that the primary has not shipped yet. */
  #unshipped: number[] = []
  /** Who waits for an order, and how many of the others still have to store it. */
  readonly #open = new Map<number, { shopper: NodeId; missing: number }>()

  constructor(env: Env<ReplicaMessage>, waiting: Waiting, clients: readonly NodeId[]) {
    this.#env = env
    this.#waiting = waiting
    this.#clients = clients
  }

  start(): void {
    if (this.#env.id !== PRIMARY) return
    this.#env.emit('primary')
    if (this.#waiting === 'none') this.#env.setTimer('ship', shop.shipEveryMs)
  }

  onMessage(from: NodeId, msg: ReplicaMessage): void {
    switch (msg.t) {
      case 'order':
        this.#take(from, msg.order)
        break
      case 'copy':
        this.#store(msg.orders)
        this.#env.send(from, { t: 'stored', orders: msg.orders })
        break
      case 'stored':
        for (const order of msg.orders) this.#heard(order)
        break
      case 'show':
        this.#env.send(from, { t: 'orders', orders: [...this.#orders] })
        break
      case 'what':
        this.#env.send(from, { t: 'has', orders: [...this.#orders] })
        break
      case 'lead':
        this.#store(msg.orders)
        this.#env.emit('primary')
        for (const client of this.#clients) this.#env.send(client, { t: 'leads' })
        break
      case 'ok':
      case 'orders':
      case 'has':
      case 'leads':
        break
    }
  }

  onTimer(): void {
    if (this.#unshipped.length > 0) this.#ship(this.#unshipped)
    this.#unshipped = []
    this.#env.setTimer('ship', shop.shipEveryMs)
  }

  #take(shopper: NodeId, order: number): void {
    this.#store([order])
    if (this.#waiting === 'none') {
      this.#unshipped.push(order)
      this.#env.send(shopper, { t: 'ok', order })
      return
    }
    const missing = this.#waiting === 'one' ? 1 : this.#env.peers.length
    this.#open.set(order, { shopper, missing })
    this.#ship([order])
  }

  #ship(orders: readonly number[]): void {
    for (const peer of this.#env.peers) this.#env.send(peer, { t: 'copy', orders })
  }

  #store(orders: readonly number[]): void {
    for (const order of orders) this.#orders.add(order)
    if (orders.length > 0) this.#env.emit('has', [...this.#orders].join(', '))
  }

  #heard(order: number): void {
    const open = this.#open.get(order)
    if (open === undefined || --open.missing > 0) return
    this.#open.delete(order)
    this.#env.send(open.shopper, { t: 'ok', order })
  }
}

class Shopper implements Client<ReplicaMessage> {
  readonly #env: Env<ReplicaMessage>
  #primary: NodeId = PRIMARY
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<ReplicaMessage>) {
    this.#env = env
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    this.#env.send(
      this.#primary,
      typeof input === 'number' ? { t: 'order', order: input } : { t: 'show' },
    )
  }

  onMessage(from: NodeId, msg: ReplicaMessage): void {
    if (msg.t === 'leads') this.#primary = from
    if (msg.t === 'ok') this.#done({ kind: 'ok', output: 'confirmed' })
    if (msg.t === 'orders') this.#done({ kind: 'ok', output: msg.orders })
  }

  onTimer(): void {}
}

class Operator implements Client<ReplicaMessage> {
  readonly #env: Env<ReplicaMessage>
  readonly #found = new Set<number>()
  #answers = 0
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<ReplicaMessage>) {
    this.#env = env
  }

  start(): void {}

  perform(_call: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    for (const copy of shop.copies) {
      if (copy !== PRIMARY) this.#env.send(copy, { t: 'what' })
    }
  }

  onMessage(from: NodeId, msg: ReplicaMessage): void {
    if (msg.t === 'leads') this.#done({ kind: 'ok', output: `${from} is primary` })
    if (msg.t !== 'has') return
    for (const order of msg.orders) this.#found.add(order)
    if (++this.#answers < SURVIVORS) return
    this.#env.send(shop.copies[1], { t: 'lead', orders: [...this.#found] })
  }

  onTimer(): void {}
}

function describeCall({ input }: Call): string {
  if (typeof input === 'number') return `order ${input}`
  return input === 'show' ? 'show my orders' : 'switch over'
}

function labelOf(msg: ReplicaMessage): string {
  switch (msg.t) {
    case 'order':
      return `order ${msg.order}`
    case 'ok':
      return `ok ${msg.order}`
    case 'copy':
      return `copy ${listOf(msg.orders)}`
    case 'stored':
      return `stored ${listOf(msg.orders)}`
    case 'show':
      return 'show'
    case 'orders':
      return `orders ${listOf(msg.orders)}`
    case 'what':
      return 'what do you have?'
    case 'has':
      return `has ${listOf(msg.orders)}`
    case 'lead':
      return 'be primary'
    case 'leads':
      return 'I am primary'
  }
}

function listOf(orders: readonly number[]): string {
  return orders.length === 0 ? 'none' : orders.join(', ')
}
