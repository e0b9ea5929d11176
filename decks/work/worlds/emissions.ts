import type { Emitted } from '@five-pillars/simulator'

/** When an event was emitted, in milliseconds. */
export function timesOf(emitted: readonly Emitted[], event: string): number[] {
  return emitted.filter((each) => each.event === event).map(({ at }) => at)
}

/** The numbers that were emitted with an event. */
export function numbersOf(emitted: readonly Emitted[], event: string): number[] {
  return emitted.filter((each) => each.event === event).map(({ data }) => Number(data))
}

/** How many of the times lie in each second. */
export function perSecond(timesMs: readonly number[], seconds: number): number[] {
  const counts = Array.from({ length: seconds }, () => 0)
  for (const atMs of timesMs) {
    const second = Math.floor(atMs / 1000)
    counts[second] = (counts[second] ?? 0) + 1
  }
  return counts
}
