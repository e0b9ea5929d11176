import type { RoomState } from '../room/state.ts'
import type { GameDayView } from '../view.ts'

/** The game day as the host sees it, with names. */
export function gameDayView({ gameDay, learners, submissions }: RoomState): GameDayView {
  const nameOf = (id: string): string => learners.get(id)?.nickname ?? 'somebody who left'
  return {
    ...gameDay,
    teams: gameDay.teams.map((team) => ({
      ...team,
      members: team.members.map(nameOf),
      parts: team.parts.map(({ slug, submission }) => {
        const learner = submissions.get(submission ?? '')?.learner
        return { slug, nickname: learner === undefined ? null : nameOf(learner) }
      }),
    })),
  }
}
