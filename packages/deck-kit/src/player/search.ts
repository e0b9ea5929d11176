/** Index of the last entry that is not later than `at`, or -1. The entries are in order. */
export function lastUntil(sorted: readonly { readonly at: number }[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = sorted[middle]
    if (entry !== undefined && entry.at <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
