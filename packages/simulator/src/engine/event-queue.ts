import type { SimEvent } from './sim-event.ts'

/** Times that differ in these bits at most are told apart by the highest bit in which they differ. */
const WINDOW = 2 ** 31

/** The list of what is behind the window: no bit of it is looked at before its time comes near. */
const FAR = 31

/**
 * What is still to happen, earliest first, ordered by (time, tie, number): a radix heap (Ahuja,
 * Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem", 1990). Nothing is
 * planned before what happened last, so that an event need not be put in order before its turn is
 * near: it lies in the list of the highest bit in which its time differs from the last one. The
 * lowest list with anything in it has the earliest event; the others of it go to lower lists.
 */
export class EventQueue<M> {
  /** Nothing that is queued is earlier. */
  #last = 0
  #windowEnd = WINDOW
  /** What is in the same microsecond as the last, latest first. */
  readonly #present: SimEvent<M>[] = []
  /** Each list is chained by `next`. */
  readonly #lists: (SimEvent<M> | undefined)[] = Array.from({ length: FAR + 1 }, () => undefined)
  /** Which lists have anything in them, a bit each. */
  #filled = 0
  /** The earliest, once somebody has looked. */
  #first: SimEvent<M> | undefined

  push(event: SimEvent<M>): void {
    const first = this.#first
    if (first !== undefined) {
      this.#first = undefined
      this.#put(first)
    }
    if (event.at < this.#last) this.#goBack(event.at)
    this.#put(event)
  }

  peek(): SimEvent<M> | undefined {
    return (this.#first ??= this.#take())
  }

  pop(): SimEvent<M> | undefined {
    const first = this.#first ?? this.#take()
    this.#first = undefined
    return first
  }

  #put(event: SimEvent<M>): void {
    const { at } = event
    let list = FAR
    if (at < this.#windowEnd) {
      const differing = at ^ this.#last
      if (differing === 0) {
        event.next = undefined
        this.#insert(event)
        return
      }
      list = 31 - Math.clz32(differing)
    }
    event.next = this.#lists[list]
    this.#lists[list] = event
    this.#filled |= 1 << list
  }

  #insert(event: SimEvent<M>): void {
    const present = this.#present
    let place = present.length
    present.push(event)
    while (place > 0) {
      const other = present[place - 1]
      if (other === undefined || isBefore(event, other)) break
      present[place] = other
      place--
    }
    present[place] = event
  }

  #take(): SimEvent<M> | undefined {
    if (this.#present.length > 0) return this.#present.pop()
    if (this.#filled === 0) return undefined
    const list = 31 - Math.clz32(this.#filled & -this.#filled)
    this.#filled &= this.#filled - 1
    const head = this.#lists[list]
    if (head === undefined) return undefined
    this.#lists[list] = undefined
    let first = head
    for (let other = head.next; other !== undefined; other = other.next) {
      if (isBefore(other, first)) first = other
    }
    this.#moveTo(first.at)
    let event: SimEvent<M> | undefined = head
    while (event !== undefined) {
      const next: SimEvent<M> | undefined = event.next
      if (event !== first) this.#put(event)
      event = next
    }
    first.next = undefined
    return first
  }

  #moveTo(at: number): void {
    this.#last = at
    if (at >= this.#windowEnd || at < this.#windowEnd - WINDOW) {
      this.#windowEnd = (Math.floor(at / WINDOW) + 1) * WINDOW
    }
  }

  /** Whoever goes through a world by hand may look at what is next, and then plan something before. */
  #goBack(at: number): void {
    const all = [...this]
    this.#present.length = 0
    this.#lists.fill(undefined)
    this.#filled = 0
    this.#moveTo(at)
    for (const event of all) this.#put(event)
  }

  /** All that is queued, in no order. */
  *[Symbol.iterator](): IterableIterator<SimEvent<M>> {
    if (this.#first !== undefined) yield this.#first
    yield* this.#present
    for (const head of this.#lists) {
      for (let event = head; event !== undefined; event = event.next) yield event
    }
  }
}

/** Events of one instant are ordered by the seed, so that runs explore accidents of order. */
function isBefore<M>(a: SimEvent<M>, b: SimEvent<M>): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.tie !== b.tie) return a.tie < b.tie
  return a.number < b.number
}
