import type { SimEvent } from './sim-event.ts'

/** What is still to happen, earliest first: a binary heap ordered by (time, tie, number). */
export class EventQueue<M> {
  readonly #heap: SimEvent<M>[] = []

  get size(): number {
    return this.#heap.length
  }

  push(event: SimEvent<M>): void {
    const heap = this.#heap
    let hole = heap.length
    heap.push(event)
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isBefore(event, above)) break
      heap[hole] = above
      hole = parent
    }
    heap[hole] = event
  }

  peek(): SimEvent<M> | undefined {
    return this.#heap[0]
  }

  pop(): SimEvent<M> | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let hole = 0
    for (;;) {
      let child = 2 * hole + 1
      let below = heap[child]
      if (below === undefined) break
      const right = heap[child + 1]
      if (right !== undefined && isBefore(right, below)) {
        below = right
        child++
      }
      if (!isBefore(below, last)) break
      heap[hole] = below
      hole = child
    }
    heap[hole] = last
    return first
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
