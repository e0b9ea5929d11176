/** A number of parts, or null where the rule cannot see. */
export type Wish = number | null

export interface Limits {
  most: number
  least: number
  /** How many more and how many fewer it may be at once. */
  up: number
  down: number
}

/** What becomes of any rule's wish, however clever the rule is. */
export function bounded(
  { most, least, up, down }: Limits,
  isStopped: () => boolean,
): (now: number, wish: Wish) => number {
  // #region bounded
  return function act(now, wish) {
    if (isStopped()) return now
    if (wish === null) return now

    const step = Math.min(up, Math.max(-down, wish - now))
    return Math.min(most, Math.max(least, now + step))
  }
  // #endregion bounded
}
