import type { PillarId } from '../pillar-id.ts'
import type { SourceId } from '../sources.ts'

/** A table that a deck about one pillar, or the hub, can show as it is. */
export interface DeepDiveRecord {
  id: string
  pillar: PillarId
  /** What the table answers, as a question. */
  title: string
  columns: readonly [string, string, ...string[]]
  rows: readonly DeepDiveRow[]
  caveat?: string
}

export interface DeepDiveRow {
  /** One cell for each column; the first names the row. */
  cells: readonly string[]
  /** Empty where the row only defines words. */
  sources: readonly SourceId[]
}
