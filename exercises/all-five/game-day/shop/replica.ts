import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { Lines, ShopMessage } from './messages.ts'

interface Kept {
  readonly ts: number
  readonly lines: Lines
}

const nothing: Kept = { ts: 0, lines: [] }

/** Keeps carts on its disk, the newest of what it was told. Works on one thing at a time. */
export class Replica implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #costMs: number
  readonly #queue: [NodeId, ShopMessage][] = []
  #busyUntil = 0

  /** @param costMs what one read or write keeps the disk busy for, after the answer is out */
  constructor(env: Env<ShopMessage>, costMs: number) {
    this.#env = env
    this.#costMs = costMs
  }

  start(): void {}

  onMessage(from: NodeId, msg: ShopMessage): void {
    if (msg.t === 'probe') {
      this.#env.send(from, { t: 'well', probe: msg.probe })
      return
    }
    this.#queue.push([from, msg])
    if (this.#queue.length > 1) return
    const waitMs = this.#busyUntil - this.#env.now()
    if (waitMs > 0) this.#env.setTimer('free', waitMs)
    else this.#serve()
  }

  onTimer(): void {
    this.#serve()
  }

  #serve(): void {
    for (const [from, msg] of this.#queue.splice(0, 1)) this.#answer(from, msg)
    this.#busyUntil = this.#env.now() + this.#costMs
    if (this.#queue.length > 0) this.#env.setTimer('free', this.#costMs)
  }

  #answer(from: NodeId, msg: ShopMessage): void {
    if (msg.t !== 'read' && msg.t !== 'write') return
    const kept = this.#env.disk.get<Kept>(msg.cart) ?? nothing
    const { request } = msg
    if (msg.t === 'read') {
      this.#env.send(from, { t: 'value', request, ts: kept.ts, lines: kept.lines })
      return
    }
    if (msg.ts > kept.ts) {
      this.#env.disk.put(msg.cart, { ts: msg.ts, lines: msg.lines } satisfies Kept)
      this.#env.disk.sync()
    }
    this.#env.send(from, { t: 'written', request })
  }
}
