/** The smallest value that at least `share` of all values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  // Without a function to compare with, numbers are sorted several times as fast.
  const sorted = Float64Array.from(values).toSorted()
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error(`a percentile of ${values.length} values does not exist`)
  return value
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Rounds to the nearest of that many parts of one: `round(0.123, 100)` is 0.12. */
export function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}

/** The mean of several runs, second by second. */
export function meanBySecond(runs: readonly (readonly number[])[]): number[] {
  const [first = []] = runs
  return first.map((_, second) => sum(runs.map((run) => run[second] ?? 0)) / runs.length)
}
