import type { PillarId } from '../pillar-id.ts'
import type { SourceId } from '../sources.ts'

/**
 * How much more there is to understand when it goes wrong at night, in our judgement: `low`, one
 * part that is either there or not; `medium`, parts that may disagree for a while; `high`, states
 * in between that each need a plan of their own. No source counts this.
 */
export type Complexity = 'low' | 'medium' | 'high'

/** A known answer to a known problem, with the moment it helps and the moment it does not. */
export interface PatternRecord {
  id: string
  name: string
  pillar: PillarId
  /** What it does, in one sentence. */
  summary: string
  useWhen: string
  notWhen: string
  complexity: Complexity
  /** What one pays, other than money. */
  costs: string
  sources: readonly SourceId[]
}
