import { rm } from 'node:fs/promises'
import path from 'node:path'

import type { Desk } from '../desk.ts'
import { NO_GAME_DAY } from '../game-day/state.ts'
import type { Database } from '../store/database.ts'
import { putDocument } from '../store/documents.ts'

/** Deletes all that is of a person: names, files, verdicts, checks, hands, and who was refused what. */
export async function forgetRoom(desk: Desk): Promise<void> {
  const { state, db } = desk
  forgetIn(db)
  desk.queue.remove(() => true)
  state.learners.clear()
  state.submissions.clear()
  state.releases.length = 0
  state.announcements.length = 0
  state.shown = null
  state.gameDay = NO_GAME_DAY
  state.judged = 0
  desk.relay.show(null)
  desk.bell.tellAll({ kind: 'gone', why: 'forgotten' })
  desk.bell.ring()
  await desk.refusals.forget()
  await rm(path.join(desk.folder, 'judging'), { recursive: true, force: true })
}

/** The same in the store alone; nothing of it can be found in the file afterwards. */
export function forgetIn(db: Database): void {
  db.write(() => {
    for (const table of ['hands', 'attempts', 'releases', 'announcements', 'submissions']) {
      db.run(`DELETE FROM ${table}`)
    }
    for (const table of ['verdicts', 'sources', 'learners']) db.run(`DELETE FROM ${table}`)
    putDocument(db, 'shown', null)
    putDocument(db, 'game-day', NO_GAME_DAY)
  })
  db.vacuum()
}
