import type { Call, Client, Env, Node, NodeId, Outcome } from '@five-pillars/simulator'

import type { HashRing } from './src/hash-ring.ts'

export type CartMessage =
  | { t: 'leave'; machine: NodeId }
  | { t: 'cart'; cart: number }
  | { t: 'settled'; moved: number }

/** Keeps the carts that its ring gives it, and sends them on when the ring changes. */
export class Machine implements Node<CartMessage> {
  readonly #env: Env<CartMessage>
  readonly #ring: HashRing
  readonly #members: ReadonlySet<NodeId>
  readonly #carts: Set<number>

  constructor(env: Env<CartMessage>, ring: HashRing, members: readonly NodeId[], carts: number) {
    this.#env = env
    this.#ring = ring
    this.#members = new Set(members)
    for (const member of members) ring.add(member)
    const all = Array.from({ length: carts }, (_, cart) => cart)
    this.#carts = new Set(all.filter((cart) => this.#ownerOf(cart) === env.id))
  }

  start(): void {
    this.#env.emit('carts', this.#carts.size)
  }

  onMessage(from: NodeId, msg: CartMessage): void {
    switch (msg.t) {
      case 'leave':
        this.#env.send(from, { t: 'settled', moved: this.#without(msg.machine) })
        break
      case 'cart':
        this.#carts.add(msg.cart)
        break
      case 'settled':
        return
    }
    this.#env.emit('carts', this.#carts.size)
  }

  onTimer(): void {}

  /** Returns how many carts it sends away. */
  #without(machine: NodeId): number {
    this.#ring.remove(machine)
    const before = this.#carts.size
    for (const cart of this.#carts) {
      const owner = this.#ownerOf(cart)
      if (owner === machine) throw new Error(`cart ${cart} still belongs to ${machine}, which left`)
      if (owner === this.#env.id) continue
      this.#carts.delete(cart)
      this.#env.send(owner, { t: 'cart', cart })
    }
    return before - this.#carts.size
  }

  #ownerOf(cart: number): NodeId {
    const owner = this.#ring.owner(`cart-${cart}`)
    if (owner !== null && this.#members.has(owner)) return owner
    throw new Error(`cart ${cart} belongs to ${JSON.stringify(owner)}, which is no machine`)
  }
}

/** Takes a machine out, and answers how many carts moved. */
export class Operator implements Client<CartMessage> {
  readonly #env: Env<CartMessage>
  readonly #machines: readonly NodeId[]
  #settled = 0
  #moved = 0
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<CartMessage>, machines: readonly NodeId[]) {
    this.#env = env
    this.#machines = machines
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    for (const id of this.#machines) this.#env.send(id, { t: 'leave', machine: String(input) })
  }

  onMessage(_from: NodeId, msg: CartMessage): void {
    if (msg.t !== 'settled') return
    this.#moved += msg.moved
    if (++this.#settled < this.#machines.length) return
    this.#done({ kind: 'ok', output: this.#moved })
  }

  onTimer(): void {}
}
