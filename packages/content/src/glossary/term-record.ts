import type { PillarId } from '../pillar-id.ts'
import type { SourceId } from '../sources.ts'

/** A word that slides, briefs or messages use, and what it means there. */
export interface TermRecord {
  id: string
  term: string
  /** Other names and forms under which somebody would look for it. */
  also?: readonly string[]
  /** The pillar it is mostly met in; words of all of them have none. */
  pillar?: PillarId
  /** One or two sentences; what they state about the world stands in the sources. */
  meaning: string
  sources?: readonly [SourceId, ...SourceId[]]
}
