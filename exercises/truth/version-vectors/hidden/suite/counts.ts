import { quoted } from '@five-pillars/suite'

import type { VV } from '../../src/version-vectors.ts'

/** A version without its zeros: two versions are equal where they have the same entries. */
export type Counts = ReadonlyMap<string, number>

export function countIn(counts: Counts, id: string): number {
  return counts.get(id) ?? 0
}

/** What an answer says; undefined where it is not an object whose fields are all whole numbers. */
export function countsOf(answer: unknown): Counts | undefined {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined
  const entries = Object.entries(answer)
  if (!entries.every(([, count]) => Number.isSafeInteger(count) && count >= 0)) return undefined
  return new Map(entries.filter(([, count]) => count > 0))
}

/**
 * Frozen, so that whoever changes what it was given throws.
 *
 * @param zeros ids that are named although nothing of them is known
 */
export function given(counts: Counts, zeros: readonly string[] = []): VV {
  const named = zeros.filter((id) => !counts.has(id)).map((id): [string, number] => [id, 0])
  return Object.freeze(Object.fromEntries([...counts, ...named]))
}

export function merged(all: readonly Counts[]): Counts {
  const known = new Map<string, number>()
  for (const counts of all) {
    for (const [id, count] of counts) known.set(id, Math.max(count, countIn(known, id)))
  }
  return known
}

export function bumped(counts: Counts, id: string): Counts {
  return new Map([...counts, [id, countIn(counts, id) + 1]])
}

export function isSame(a: Counts, b: Counts): boolean {
  return a.size === b.size && [...a].every(([id, count]) => countIn(b, id) === count)
}

/** `{A: 2, "10": 0}` */
export function versionText(version: VV | Counts): string {
  const entries = version instanceof Map ? [...version] : Object.entries(version)
  if (entries.some(([, count]) => count === undefined)) {
    throw new Error('sentinel-version-vectors-counts.ts: a name without a number')
  }
  return `{${entries.map(([id, count]) => `${quoted(id)}: ${count}`).join(', ')}}`
}
