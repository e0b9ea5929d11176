import type { SubmissionState } from '../room/state.ts'
import type { Database } from './database.ts'

/** The text that was submitted. */
export function sourceOf(
  { db }: { db: Database },
  { source }: Pick<SubmissionState, 'source'>,
): string {
  const value = db.row('SELECT text FROM sources WHERE hash = ?', source)?.['text']
  if (!(value instanceof Uint8Array)) throw new Error(`source ${source} is not in the store`)
  return Buffer.from(value).toString('utf8')
}
