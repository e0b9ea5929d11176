import { poissonGap } from '@five-pillars/simulator'
import type { Client, Env, Node, NodeId } from '@five-pillars/simulator'

import type { Lease, LoadBalancer } from './src/load-balancer.ts'

/** From the users to the balancer and on to a backend; the answer goes back the same way. */
export interface ShopMessage {
  t: 'request' | 'answer'
  request: number
}

export const BALANCER = 'balancer'
const USERS = 'c1'

/** What a balancer in a shop is asked to do; the shop releases the leases. */
type Subject = Pick<LoadBalancer, 'add' | 'acquire'>

/** They come at random, wait for nobody, and emit how long each has waited. */
export class Users implements Client<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #meanGapMs: number
  readonly #requests: number
  readonly #sentAt: number[] = []

  constructor(env: Env<ShopMessage>, meanGapMs: number, requests: number) {
    this.#env = env
    this.#meanGapMs = meanGapMs
    this.#requests = requests
  }

  start(): void {
    this.#env.setTimer('next', poissonGap(this.#env.rng, this.#meanGapMs))
  }

  onTimer(): void {
    const request = this.#sentAt.push(this.#env.now())
    this.#env.send(BALANCER, { t: 'request', request })
    if (request < this.#requests) this.start()
  }

  onMessage(_from: NodeId, { request }: ShopMessage): void {
    this.#env.emit('answered', this.#env.now() - (this.#sentAt[request - 1] ?? NaN))
  }

  perform(): void {}
}

/** Asks the subject for a backend, and releases its lease when the answer comes by. */
export class Balancer implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #subject: Subject
  readonly #backends: readonly NodeId[]
  readonly #leases = new Map<number, Lease>()

  constructor(env: Env<ShopMessage>, subject: Subject, backends: readonly NodeId[]) {
    this.#env = env
    this.#subject = subject
    this.#backends = backends
  }

  start(): void {
    for (const id of this.#backends) this.#subject.add({ id })
  }

  onMessage(_from: NodeId, msg: ShopMessage): void {
    if (msg.t === 'request') {
      this.#env.send(this.#choose(msg.request), msg)
    } else {
      this.#leases.get(msg.request)?.release('ok')
      this.#leases.delete(msg.request)
      this.#env.send(USERS, msg)
    }
  }

  onTimer(): void {}

  #choose(request: number): NodeId {
    const lease = this.#subject.acquire()
    if (lease !== null && this.#backends.includes(lease.backend)) {
      this.#leases.set(request, lease)
      return lease.backend
    }
    const answer = lease === null ? 'null' : `unknown backend ${JSON.stringify(lease.backend)}`
    throw new Error(`request ${request} got ${answer}, although all backends are healthy`)
  }
}

/** Serves one request at a time, in order of arrival. Its gauge is `queue`. */
export class Backend implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #meanMs: number
  readonly #queue: ShopMessage[] = []

  constructor(env: Env<ShopMessage>, meanMs: number) {
    this.#env = env
    this.#meanMs = meanMs
  }

  start(): void {}

  onMessage(_from: NodeId, msg: ShopMessage): void {
    this.#queue.push(msg)
    this.#env.emit('queue', this.#queue.length)
    if (this.#queue.length === 1) this.#serve()
  }

  onTimer(): void {
    for (const { request } of this.#queue.splice(0, 1)) {
      this.#env.send(BALANCER, { t: 'answer', request })
    }
    this.#env.emit('queue', this.#queue.length)
    if (this.#queue.length > 0) this.#serve()
  }

  #serve(): void {
    this.#env.setTimer('done', this.#meanMs * (0.5 + this.#env.rng.next()))
  }
}
