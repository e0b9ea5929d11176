import { kitVersion } from '@five-pillars/judge'
import type { Submission } from '@five-pillars/room'

import { hear } from '../room/room-state.ts'
import type { RoomSign } from '../room/room-state.ts'
import type { Effect, State, Step } from './state.ts'

/** What the room tells changes neither the exercise nor what somebody reads. Pure, as `step`. */
export function inRoom(state: State, sign: RoomSign): Step {
  const { room, note, judged, released } = hear(state.room, sign, kitVersion)
  const hasLeft = room === null && (state.view.kind === 'room' || state.view.kind === 'submission')
  const view: State['view'] = hasLeft ? { kind: 'verdict' } : state.view
  const hints = released
    .filter(({ kind }) => kind === 'hint')
    .map(({ exercise, level }): Effect => {
      return { kind: 'released-hint', slug: exercise, level: level ?? 1 }
    })
  return {
    state: { ...state, room, view, note: note ?? state.note },
    effects: [...judged.flatMap((each) => gradedBy(state, each)), ...hints],
  }
}

/** Points are noted where they are more than what is noted already. */
function gradedBy({ progress }: State, submission: Submission): readonly Effect[] {
  const { exercise: slug, standing } = submission
  if (standing.kind !== 'judged') return []
  const known = progress.exercises[slug]?.graded?.points ?? -1
  return standing.verdict.points > known ? [{ kind: 'graded', slug, submission }] : []
}
