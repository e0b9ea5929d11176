import { attemptOf } from '../room/attempt-of.ts'
import type { RoomConnection } from '../room/connection.ts'
import type { Effect, Event } from './state.ts'
import { troubleOf } from './trouble-of.ts'

/** What is done with the console: nothing else waits for it. */
export type RoomDeed = Extract<
  Effect,
  { kind: 'look-for-room' | 'submit' | 'hand' | 'attempt' | 'leave-to-show' }
>

/** Does it. Whatever goes wrong becomes a sentence: nothing is thrown. */
export async function actInRoom(room: RoomConnection, deed: RoomDeed): Promise<Event | undefined> {
  try {
    await done(room, deed)
    return undefined
  } catch (error) {
    const { text, fix } = troubleOf(error)
    const isHand = deed.kind === 'hand' && deed.isRaised
    return { kind: 'told', note: `${text} ${isHand ? 'Raise your real hand meanwhile.' : fix}` }
  }
}

async function done(room: RoomConnection, deed: RoomDeed): Promise<void> {
  switch (deed.kind) {
    case 'look-for-room':
      return room.reload()
    case 'submit':
      return room.submit(deed.slug)
    case 'hand':
      return room.hand({ isRaised: deed.isRaised, exercise: deed.slug, note: '' })
    case 'leave-to-show':
      return room.answerLeave(deed.submission, deed.isGiven)
    case 'attempt': {
      const attempt = attemptOf(deed.checked)
      if (attempt !== null) await room.attempt(attempt)
    }
  }
}
