/** How a part of the benchmark is run. */
export interface Part {
  /** Empty, and deleted afterwards. */
  readonly folder: string
  readonly seed: number
  /** Whether it only shows that it runs. */
  readonly isShort: boolean
}

/** Prints a figure beside its bar, and fails the benchmark where it is missed. */
export function tell(what: string, figure: string, isHeld: boolean, bar: string): void {
  console.log(`  ${isHeld ? ' ' : '✗'} ${what.padEnd(26)} ${figure} (bar ${bar})`)
  if (!isHeld) process.exitCode = 1
}

/** Prints a figure that has no bar. */
export function note(what: string, figure: string): void {
  console.log(`    ${what.padEnd(26)} ${figure}`)
}

/** The value that such a share of all is not above; NaN where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

export function spread(values: readonly number[]): string {
  const at = (share: number): string => quantile(values, share).toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms, of ${values.length}`
}

/** How often there is each, most first. */
export function counted(counts: ReadonlyMap<string | number, number>): string {
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a)
  return sorted.map(([kind, count]) => `${count} ${kind}`).join(', ')
}

/** Says what is wrong in each, as long as somebody would read it. */
export function listWrong(what: string, all: readonly string[]): void {
  for (const one of all.slice(0, LISTED)) console.error(`    ${what}: ${one}`)
}

const LISTED = 10
