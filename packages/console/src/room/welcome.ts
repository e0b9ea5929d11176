import { ANNOUNCEMENTS_TOLD } from '@five-pillars/room'
import type { LearnerEvent, Release } from '@five-pillars/room'

import { nowOf } from '../acts/day.ts'
import { told } from '../acts/submit.ts'
import type { Desk } from '../desk.ts'
import type { LearnerState } from './state.ts'

/** All that is true for a learner now: whoever was away needs nothing from before. */
export function welcome(desk: Desk, learner: LearnerState): LearnerEvent {
  const { state } = desk
  const newest = [...learner.cells.values()].flatMap(({ newest: one }) => one ?? [])
  const asked = state.submissions
    .values()
    .filter((one) => one.learner === learner.id && one.leave === 'asked')
  return {
    kind: 'welcome',
    now: nowOf(desk),
    isHandRaised: learner.hand !== null,
    submissions: newest.map((one) => told(desk, one)),
    releases: releasesFor(desk, learner),
    announcements: state.announcements
      .slice(-ANNOUNCEMENTS_TOLD)
      .map(({ text, at }) => ({ text, at })),
    asked: asked.map(({ id, exercise }) => ({ submission: id, exercise })).toArray(),
  }
}

/** What was given to this learner, or to the whole room. */
export function releasesFor({ state }: Desk, learner: LearnerState): Release[] {
  return state.releases
    .filter((one) => one.learner === null || one.learner === learner.id)
    .map(({ kind, exercise, level }) => ({ kind, exercise, level }))
}
