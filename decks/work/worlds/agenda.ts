/** What happens next: events by time, and in the order they were planned when times are equal. */
export interface Agenda<T> {
  plan(atMs: number, event: T): void
  next(): { atMs: number; event: T } | undefined
}

interface Entry<T> {
  atMs: number
  order: number
  event: T
}

/** A binary heap: planning and taking cost the logarithm of what is planned. */
export function createAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let planned = 0

  return {
    plan(atMs, event) {
      heap.push({ atMs, order: planned++, event })
      siftUp(heap, heap.length - 1)
    },
    next() {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined) return undefined
      if (heap.length > 0) {
        heap[0] = last
        siftDown(heap, 0)
      }
      return { atMs: first.atMs, event: first.event }
    },
  }
}

function siftUp<T>(heap: Entry<T>[], from: number): void {
  let child = from
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!swapIfEarlier(heap, child, parent)) return
    child = parent
  }
}

function siftDown<T>(heap: Entry<T>[], from: number): void {
  let parent = from
  for (;;) {
    const left = 2 * parent + 1
    const earlier = isEarlier(heap[left + 1], heap[left]) ? left + 1 : left
    if (!swapIfEarlier(heap, earlier, parent)) return
    parent = earlier
  }
}

function swapIfEarlier<T>(heap: Entry<T>[], child: number, parent: number): boolean {
  const below = heap[child]
  const above = heap[parent]
  if (below === undefined || above === undefined || !isEarlier(below, above)) return false
  heap[child] = above
  heap[parent] = below
  return true
}

function isEarlier<T>(a: Entry<T> | undefined, b: Entry<T> | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
}
