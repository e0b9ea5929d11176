import type { PillarId } from '../pillar-id.ts'
import type { SourceId } from '../sources.ts'

/** A known answer to a known problem, with the moment it helps and the moment it does not. */
export interface PatternRecord {
  id: string
  name: string
  pillar: PillarId
  /** What it does, in one sentence. */
  summary: string
  useWhen: string
  notWhen: string
  sources: readonly SourceId[]
}
