import { controlPatterns } from './patterns/control.ts'
import { intelligencePatterns } from './patterns/intelligence.ts'
import type { PatternRecord } from './patterns/pattern-record.ts'
import { statePatterns } from './patterns/state.ts'
import { truthPatterns } from './patterns/truth.ts'
import { workPatterns } from './patterns/work.ts'
import { lookupIn } from './unknown-id.ts'

const all = [
  ...workPatterns,
  ...statePatterns,
  ...truthPatterns,
  ...controlPatterns,
  ...intelligencePatterns,
] as const

export type PatternId = (typeof all)[number]['id']

/** A known answer to a known problem. */
export interface Pattern extends PatternRecord {
  id: PatternId
}

/** Every pattern of the kit, pillar by pillar. */
export const patterns: readonly Pattern[] = all

/** The pattern with an id known from the run only; throws `UnknownId`. */
export const patternById: (id: string) => Pattern = lookupIn('pattern', patterns)

/** The pattern with this id. */
export function pattern(id: PatternId): Pattern {
  return patternById(id)
}
