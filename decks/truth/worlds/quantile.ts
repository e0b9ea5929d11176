/** The value below which this share of a sorted list lies, to a tenth. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.floor(share * (sorted.length - 1))]
  if (value === undefined) throw new Error('nothing was measured')
  return Math.round(10 * value) / 10
}
