import { forgetRoom } from '../after/forget-room.ts'
import type { Forgotten } from '../after/forget-room.ts'
import type { Desk } from '../desk.ts'
import { NO_GAME_DAY } from '../game-day/state.ts'
import { endPhones } from './phones.ts'

/** How often it is looked whether the judge has ended what it was at. */
const LOOK_MS = 50

/**
 * Forgets everybody in a room that is open: their machines are told, nothing more is taken from them,
 * and what is being judged ends first, so that nothing of it is written afterwards.
 */
export async function forgetOpenRoom(desk: Desk): Promise<Forgotten> {
  const { db, state, queue, judging, bell } = desk
  bell.tellAll({ kind: 'gone', why: 'forgotten' })
  db.write(() => db.run('UPDATE learners SET token_hash = NULL'))
  state.learners.clear()
  state.submissions.clear()
  state.releases.length = 0
  state.announcements.length = 0
  state.shown = null
  state.gameDay = NO_GAME_DAY
  state.judged = 0
  desk.relay.show(null)
  endPhones(desk)
  while (judging.size > 0) {
    queue.remove(() => true)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  queue.remove(() => true)
  await desk.refusals.forget()
  const forgotten = await forgetRoom(db, desk.folder)
  bell.ring()
  return forgotten
}
