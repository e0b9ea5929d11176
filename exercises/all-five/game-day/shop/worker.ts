import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { QuorumPart } from '../parts.ts'
import type { Tuning } from '../src/game-day.ts'
import type { Lines, Request, ShopMessage } from './messages.ts'
import { GATEWAY } from './places.ts'

interface Reply {
  readonly id: NodeId
  readonly ts: number
  readonly value: Lines
}

/** What a worker is made of; its user gives up after `giveUpMs`. */
interface WorkerSettings {
  readonly workMs: number
  readonly giveUpMs: number
}

interface Received {
  readonly request: Request
  /** On the clock of this worker: only how long ago that was means anything. */
  readonly since: number
}

/** A request that waits for replicas. */
interface Open extends Received {
  readonly workMs: number
  readonly replies: Reply[]
  collector: ReturnType<QuorumPart['createCollector']>
  /** What is being written; undefined while it is being read. */
  written?: Lines
}

/** Works on one request at a time, and then reads and writes the cart by quorum. */
export class Worker implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #settings: WorkerSettings
  readonly #quorum: QuorumPart
  readonly #tuning: Tuning
  readonly #queue: Received[] = []
  readonly #open = new Map<number, Open>()
  #workMs = 0

  constructor(
    env: Env<ShopMessage>,
    settings: WorkerSettings,
    subject: { quorum: QuorumPart; tuning: Tuning },
  ) {
    this.#env = env
    this.#settings = settings
    this.#quorum = subject.quorum
    this.#tuning = subject.tuning
  }

  start(): void {}

  onMessage(from: NodeId, msg: ShopMessage): void {
    if (msg.t === 'probe') this.#env.send(from, { t: 'well', probe: msg.probe })
    else if (msg.t === 'request') this.#take(msg)
    else if (msg.t === 'value') this.#hear(from, msg)
    else if (msg.t === 'written') this.#hearWritten(from, msg.request)
  }

  onTimer(): void {
    for (const received of this.#queue.splice(0, 1)) this.#read(received)
    if (this.#queue.length > 0) this.#work()
  }

  #take(request: Request): void {
    this.#queue.push({ request, since: this.#env.now() })
    if (this.#queue.length === 1) this.#work()
  }

  /** Work for somebody who is gone would keep others waiting. */
  #work(): void {
    const place = this.#queue.findIndex((received) => !this.#isGone(received))
    this.#queue.splice(0, place === -1 ? this.#queue.length : place)
    if (this.#queue.length === 0) return
    this.#workMs = this.#settings.workMs * (2 / 3 + (2 / 3) * this.#env.rng.next())
    this.#env.setTimer('work', this.#workMs)
  }

  #read(received: Received): void {
    this.#forget()
    const { replicas, cart, request: nth } = received.request
    this.#open.set(nth, {
      ...received,
      workMs: this.#workMs,
      replies: [],
      collector: this.#quorum.createCollector(new Set(replicas), this.#tuning.readQuorum),
    })
    for (const id of replicas) this.#env.send(id, { t: 'read', request: nth, cart })
  }

  #hear(from: NodeId, { request, ts, lines: value }: ShopMessage & { t: 'value' }): void {
    const open = this.#open.get(request)
    if (open === undefined || open.written !== undefined) return
    open.replies.push({ id: from, ts, value })
    const state = open.collector.offer(from, true)
    if (state === 'impossible') this.#answer(open, null)
    if (state !== 'reached') return
    const known = this.#quorum.newest(open.replies, this.#tuning.readQuorum)
    if (known === null) return
    const lines = linesOf(known.value)
    this.#repair(open, lines, known.stale)
    if (open.request.kind === 'show') this.#answer(open, lines)
    else this.#write(open, [...lines, request])
  }

  /** Whoever is seen to be behind is told what is known; nobody waits for that. */
  #repair({ request, replies }: Open, lines: Lines, stale: readonly NodeId[]): void {
    if (stale.length === 0) return
    const ts = Math.max(...replies.map((reply) => reply.ts))
    for (const id of request.replicas) {
      if (!stale.includes(id)) continue
      this.#env.send(id, { t: 'write', request: 0, cart: request.cart, ts, lines })
    }
  }

  #write(open: Open, lines: Lines): void {
    const { replicas, cart, request: ts } = open.request
    open.written = lines
    open.collector = this.#quorum.createCollector(new Set(replicas), this.#tuning.writeQuorum)
    for (const id of replicas) this.#env.send(id, { t: 'write', request: ts, cart, ts, lines })
  }

  #hearWritten(from: NodeId, request: number): void {
    const open = this.#open.get(request)
    if (open?.written === undefined) return
    const state = open.collector.offer(from, true)
    if (state === 'reached') this.#answer(open, open.written)
    if (state === 'impossible') this.#answer(open, null)
  }

  #answer({ request: { request }, workMs }: Open, lines: Lines | null): void {
    this.#open.delete(request)
    this.#env.send(GATEWAY, { t: 'answer', request, lines, workMs })
  }

  /** Requests that no quorum has answered, and nobody waits for: the oldest come first. */
  #forget(): void {
    for (const [nth, open] of this.#open) {
      if (!this.#isGone(open)) return
      this.#open.delete(nth)
    }
  }

  #isGone({ since }: Received): boolean {
    return this.#env.now() - since >= this.#settings.giveUpMs
  }
}

/** A part may give anything: a cart is a list of numbers. */
function linesOf(value: unknown): Lines {
  if (Array.isArray(value) && value.every((line) => typeof line === 'number')) return value
  throw new Error('newest gave a value that nobody had written')
}
