import { BrokenPromise, quoted } from '@five-pillars/suite'

import type * as starter from '../../src/version-vectors.ts'
import { countsOf } from './counts.ts'
import type { Counts } from './counts.ts'

/** What a submission exports. */
export type Subject = typeof starter

/**
 * The version that a submission gives for an answer.
 *
 * @throws {BrokenPromise} where it is none
 */
export function versionIn(call: string, answer: unknown): Counts {
  const counts = countsOf(answer)
  if (counts !== undefined) return counts
  throw new BrokenPromise(`${call}\ngives ${shown(answer)}, which is no version.`)
}

/** A value in a few characters. */
export function shown(value: unknown): string {
  if (value === 'sentinel-version-vectors-subject.ts') throw new Error('A value of ours')
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  const fields = Object.entries(value).map(([key, field]) => `${quoted(key)}: ${shown(field)}`)
  return `{${fields.join(', ')}}`
}
