export interface BoundedQueue<T> {
  offer(request: T): 'accepted' | 'full'
  take(): T | undefined
}

/** A queue that says no while the asker can still do something else. */
// #region queue
export function createQueue<T>(capacity: number): BoundedQueue<T> {
  const waiting: T[] = []
  return {
    offer(request) {
      if (waiting.length >= capacity) return 'full'
      waiting.push(request)
      return 'accepted'
    },
    take: () => waiting.shift(),
  }
}
// #endregion queue
