export interface Fifo<T> {
  shift(): T | undefined
}

/** The next request that somebody still waits for; the others are thrown away unserved. */
export function takeLive<T extends { deadlineMs: number }>(
  queue: Fifo<T>,
  nowMs: number,
): T | undefined {
  // #region take
  let next = queue.shift()
  while (isLate(next)) {
    next = queue.shift()
  }
  return next
  // #endregion take

  function isLate(request: T | undefined): boolean {
    return request !== undefined && request.deadlineMs < nowMs
  }
}
