import type { Desk } from '../desk.ts'
import type { SubmissionGroup, SubmissionGroups, SubmissionRow } from '../view.ts'
import { promiseOf } from './board.ts'
import { newestJudged } from './broken.ts'
import type { SubmissionState } from './state.ts'

/** Newest judged submissions of an exercise; those that break the same promises stand together. */
export function submissionGroups(
  { state, exercises }: Pick<Desk, 'state' | 'exercises'>,
  exercise: string,
): SubmissionGroups {
  const byBroken = Map.groupBy(newestJudged(state, exercise), ({ verdict }) =>
    (verdict?.broken ?? []).join('\n'),
  )
  const groups = [...byBroken.values()].map((submissions): SubmissionGroup => {
    const breaks = submissions[0]?.verdict?.broken ?? []
    return {
      breaks: breaks.map((id) => promiseOf(exercises, exercise, id)),
      submissions: submissions.map((one) => submissionRow({ state }, one)),
    }
  })
  return {
    exercise,
    groups: groups.toSorted(
      (a, b) =>
        Number(a.breaks.length === 0) - Number(b.breaks.length === 0) ||
        b.submissions.length - a.submissions.length,
    ),
  }
}

export function submissionRow(
  { state }: Pick<Desk, 'state'>,
  submission: SubmissionState,
): SubmissionRow {
  const { id, learner, sentAt, verdict, leave } = submission
  return {
    id,
    learner,
    nickname: state.learners.get(learner)?.nickname ?? '',
    sentAt,
    state: verdict?.state ?? submission.standing,
    points: verdict?.points ?? 0,
    total: verdict?.total ?? 0,
    leave,
  }
}
