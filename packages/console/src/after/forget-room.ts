import { rm } from 'node:fs/promises'
import path from 'node:path'

import type { Database } from '../store/database.ts'
import { forgetRows, keptText, personalTexts } from './forget-rows.ts'
import { searchFiles } from './search-files.ts'
import type { Searched } from './search-files.ts'

export interface Forgotten {
  /** Rows that were deleted, of each table. */
  readonly deleted: Readonly<Record<string, number>>
  /** What was looked for afterwards in every file of the room. */
  readonly searched: Searched
}

/**
 * Deletes everything about persons from a room that nobody works on: rows, what the database keeps of
 * deleted ones, its log, the log of refusals. Then looks for all of it in every file of the room.
 * What was exported lies elsewhere and stays.
 *
 * @param folder of the room
 * @throws NotKept where the disk is too full to write the room anew: the rows are deleted all the same
 */
export async function forgetRoom(db: Database, folder: string): Promise<Forgotten> {
  const texts = personalTexts(db)
  const deleted = db.write(() => forgetRows(db))
  await rm(path.join(folder, 'refused.log'), { force: true })
  await rm(path.join(folder, 'refused.log.1'), { force: true })
  await rm(path.join(folder, 'judging'), { recursive: true, force: true })
  db.vacuum()
  return { deleted, searched: await searchFiles(folder, texts, keptText(db)) }
}
