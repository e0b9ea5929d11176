import { constraintSources } from './sources/constraints.ts'
import { controlSources } from './sources/control.ts'
import { intelligenceSources } from './sources/intelligence.ts'
import type { SourceRecord } from './sources/source-record.ts'
import { stackSources } from './sources/stack.ts'
import { stateSources } from './sources/state.ts'
import { truthSources } from './sources/truth.ts'
import { wholeSystemSources } from './sources/whole-systems.ts'
import { workSources } from './sources/work.ts'
import { lookupIn } from './unknown-id.ts'

const all = [
  ...constraintSources,
  ...workSources,
  ...stateSources,
  ...truthSources,
  ...controlSources,
  ...intelligenceSources,
  ...wholeSystemSources,
  ...stackSources,
] as const

export type SourceId = (typeof all)[number]['id']

/** A reference that figures and claims point at. */
export interface Source extends SourceRecord {
  id: SourceId
}

/** Every reference of the kit. */
export const sources: readonly Source[] = all

/** The reference with an id known from the run only; throws `UnknownId`. */
export const sourceById: (id: string) => Source = lookupIn('source', sources)

/** The reference with this id. */
export function source(id: SourceId): Source {
  return sourceById(id)
}
