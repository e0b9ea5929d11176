/** The middle of a few runs: one that the machine disturbed does not count. */
export function median(runs: readonly number[]): number {
  const middle = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)]
  if (middle === undefined) throw new Error('a median needs a run')
  return middle
}

export async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export async function medianMs(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  while (times.length < runs) times.push(await elapsedMs(work))
  return median(times)
}
