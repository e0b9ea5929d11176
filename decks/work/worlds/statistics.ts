/** The smallest value that at least `share` of all values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error(`a percentile of ${values.length} values does not exist`)
  return value
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}
