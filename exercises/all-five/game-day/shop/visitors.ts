import type { Rng } from '@five-pillars/simulator'

import type { Lines } from './messages.ts'

/** A cart with so many lines is paid for, and its owner takes a new one. */
const LINES_MAX = 8

/** Somebody who shops: one request at a time, and a memory of what was acknowledged. */
export interface Visitor {
  cart: string
  /** The lines that this visitor was told are in the cart. */
  readonly acknowledged: number[]
}

/** The people in the shop. Whoever waits for nothing may be the next to ask for something. */
export class Visitors {
  readonly #rng: Rng
  readonly #idle: Visitor[] = []
  #lives = 0
  #carts = 0

  constructor(rng: Rng) {
    this.#rng = rng
  }

  /**
   * Lets the first so many in.
   *
   * @param lives how often the shop was opened before: nobody is given a cart of those days
   */
  open(lives: number, count: number): void {
    this.#lives = lives
    for (let each = 0; each < count; each++) this.#idle.push(this.#newcomer())
  }

  /** Somebody at random. Where everybody waits, somebody new comes in. */
  take(): Visitor {
    const place = this.#rng.int(Math.max(1, this.#idle.length))
    const taken = this.#idle[place]
    const last = this.#idle.pop()
    if (taken === undefined || last === undefined) return this.#newcomer()
    if (last !== taken) this.#idle[place] = last
    return taken
  }

  /** Done, for better or worse: they look around, and will ask again. */
  release(visitor: Visitor): void {
    if (visitor.acknowledged.length >= LINES_MAX) {
      visitor.acknowledged.length = 0
      visitor.cart = this.#nextCart()
    }
    this.#idle.push(visitor)
  }

  #newcomer(): Visitor {
    return { cart: this.#nextCart(), acknowledged: [] }
  }

  #nextCart(): string {
    const cart = `cart-${++this.#carts}`
    return this.#lives === 0 ? cart : `${cart}/${this.#lives}`
  }
}

/** The lines that were acknowledged and are not in what a visitor is shown. */
export function missingFrom(lines: Lines, { acknowledged }: Visitor): number[] {
  return acknowledged.filter((line) => !lines.includes(line))
}
