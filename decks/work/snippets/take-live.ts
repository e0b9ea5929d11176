export interface Fifo<T> {
  shift(): T | undefined
}

/** The next request that somebody still waits for; the others are thrown away unserved. */
// #region take
export function takeLive<T extends { deadlineMs: number }>(
  queue: Fifo<T>,
  nowMs: number,
): T | undefined {
  let next = queue.shift()
  while (next && next.deadlineMs < nowMs) next = queue.shift()
  return next
}
// #endregion take
