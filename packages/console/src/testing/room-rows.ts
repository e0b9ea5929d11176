import path from 'node:path'

import { numberIn, textIn, textOrNull } from '../store/columns.ts'
import { Database } from '../store/database.ts'
import type { Row } from '../store/database.ts'

/** A submission as it lies on the disk. */
export interface SubmissionRow {
  readonly id: string
  readonly seq: number
  readonly learner: string
  readonly exercise: string
  readonly source: string
  readonly standing: string
  /** The verdict as text; null where it has none. */
  readonly verdict: string | null
  readonly supersededBy: string | null
  readonly sentAt: number
  readonly settledAt: number | null
}

/** All submissions that a room has kept, once no console has it open, oldest first. */
export function submissionRows(folder: string): readonly SubmissionRow[] {
  using db = new Database(path.join(folder, 'room.sqlite'))
  return db
    .rows(
      `SELECT id, seq, learner, exercise, text, standing, verdicts.verdict AS told, superseded_by,
         sent_at, settled_at
       FROM submissions JOIN sources ON sources.hash = source
         LEFT JOIN verdicts ON verdicts.key = submissions.verdict
       ORDER BY seq`,
    )
    .map(rowOf)
}

function rowOf(row: Row): SubmissionRow {
  const { text, settled_at: settledAt } = row
  return {
    id: textIn(row, 'id'),
    seq: numberIn(row, 'seq'),
    learner: textIn(row, 'learner'),
    exercise: textIn(row, 'exercise'),
    source: text instanceof Uint8Array ? new TextDecoder().decode(text) : '',
    standing: textIn(row, 'standing'),
    verdict: textOrNull(row, 'told'),
    supersededBy: textOrNull(row, 'superseded_by'),
    sentAt: numberIn(row, 'sent_at'),
    settledAt: typeof settledAt === 'number' ? settledAt : null,
  }
}
