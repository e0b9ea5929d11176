import { controlDeepDives } from './deep-dives/control.ts'
import type { DeepDiveRecord } from './deep-dives/deep-dive.ts'
import { intelligenceDeepDives } from './deep-dives/intelligence.ts'
import { stateDeepDives } from './deep-dives/state.ts'
import { truthDeepDives } from './deep-dives/truth.ts'
import { workDeepDives } from './deep-dives/work.ts'
import { lookupIn } from './unknown-id.ts'

const all = [
  ...workDeepDives,
  ...stateDeepDives,
  ...truthDeepDives,
  ...controlDeepDives,
  ...intelligenceDeepDives,
] as const

export type DeepDiveId = (typeof all)[number]['id']

/** A table about one pillar. */
export interface DeepDive extends DeepDiveRecord {
  id: DeepDiveId
}

/** At least one table for each pillar. */
export const deepDives: readonly DeepDive[] = all

/** The table with an id known from the run only; throws `UnknownId`. */
export const deepDiveById: (id: string) => DeepDive = lookupIn('table', deepDives)
