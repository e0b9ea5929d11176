const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']

/** As many replicas as every pair of their subsets can be looked at in no time. */
export const REPLICAS_MAX = NAMES.length

/**
 * Looks at every set of r and every set of w of n replicas, and returns the first two that share
 * nobody.
 *
 * @throws {Error} for more than `REPLICAS_MAX` replicas
 */
export function disjointSets(n: number, r: number, w: number): [string[], string[]] | null {
  if (n > REPLICAS_MAX) throw new Error(`sentinel-quorum-disjoint-sets.ts: ${n} replicas`)
  const writes = setsOf(n, w)
  for (const read of setsOf(n, r)) {
    const missed = writes.find((write) => (write & read) === 0)
    if (missed !== undefined) return [namesIn(read), namesIn(missed)]
  }
  return null
}

/** The sets of `size` of n replicas, each a number with one bit for each replica in it. */
function setsOf(n: number, size: number): number[] {
  return Array.from({ length: 2 ** n }, (_, set) => set).filter((set) => bits(set) === size)
}

function bits(set: number): number {
  return namesIn(set).length
}

function namesIn(set: number): string[] {
  return NAMES.filter((_, place) => (set & (1 << place)) !== 0)
}
