import type { Fifo } from '../snippets/take-live.ts'

export interface Waiting<T> extends Fifo<T> {
  push(item: T): void
  size(): number
}

/** `Array.shift` moves all that is left, which is too slow for a queue that an outage fills. */
export function createFifo<T>(): Waiting<T> {
  const items: T[] = []
  let head = 0
  return {
    push: (item) => void items.push(item),
    shift: () => (head < items.length ? items[head++] : undefined),
    size: () => items.length - head,
  }
}
