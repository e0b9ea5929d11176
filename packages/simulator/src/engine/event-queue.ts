import type { SimEvent } from './sim-event.ts'

/** What is still to happen, earliest first: a binary heap ordered by (time, tie, number). */
export class EventQueue<M> {
  readonly #heap: SimEvent<M>[] = []

  get size(): number {
    return this.#heap.length
  }

  push(event: SimEvent<M>): void {
    this.#heap.push(event)
    this.#rise(event, this.#heap.length - 1)
  }

  peek(): SimEvent<M> | undefined {
    return this.#heap[0]
  }

  pop(): SimEvent<M> | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    this.#sink(last)
    return first
  }

  /**
   * Puts an event in the place of the first. The hole sinks to a leaf along the earlier children,
   * and the event rises from there: what was last is late, so that it rarely has far to go
   * (Wegener, "Bottom-up heapsort", 1993).
   */
  #sink(event: SimEvent<M>): void {
    const heap = this.#heap
    const { length } = heap
    let hole = 0
    let child = 2
    while (child < length) {
      let below = heap[child]
      const left = heap[child - 1]
      if (below === undefined || left === undefined) break
      if (isBefore(left, below)) {
        below = left
        child--
      }
      heap[hole] = below
      hole = child
      child = 2 * hole + 2
    }
    const only = heap[child - 1]
    if (child === length && only !== undefined) {
      heap[hole] = only
      hole = child - 1
    }
    this.#rise(event, hole)
  }

  #rise(event: SimEvent<M>, from: number): void {
    const heap = this.#heap
    let hole = from
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isBefore(event, above)) break
      heap[hole] = above
      hole = parent
    }
    heap[hole] = event
  }

  /** All that is queued, in no order. */
  *[Symbol.iterator](): IterableIterator<SimEvent<M>> {
    yield* this.#heap
  }
}

/** Events of one instant are ordered by the seed, so that runs explore accidents of order. */
function isBefore<M>(a: SimEvent<M>, b: SimEvent<M>): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.tie !== b.tie) return a.tie < b.tie
  return a.number < b.number
}
