import type { BrokenPromise } from '../view.ts'
import { promiseOf } from './board.ts'
import type { BoardParts } from './board.ts'
import type { RoomState, SubmissionState } from './state.ts'

/** Newest judged submissions of an exercise, one of each learner. */
export function newestJudged(state: RoomState, exercise: string): readonly SubmissionState[] {
  return [...state.learners.values()].flatMap(
    (learner) => learner.cells.get(exercise)?.newestJudged ?? [],
  )
}

/**
 * Promises that the room breaks: those of the exercise of now first, then what most learners break.
 *
 * @param now slug of the exercise that is worked on; null where none is
 */
export function brokenPromises(
  state: RoomState,
  exercises: BoardParts['exercises'],
  now: string | null,
): readonly Omit<BrokenPromise, 'smallest'>[] {
  return [...exercises]
    .flatMap(([exercise, facts]) => {
      const all = newestJudged(state, exercise)
      return facts.promises.map(({ id }) => ({
        exercise,
        promise: promiseOf(exercises, exercise, id),
        learners: all.filter(({ verdict }) => verdict?.broken.includes(id) === true).length,
        of: all.length,
      }))
    })
    .filter(({ learners }) => learners > 0)
    .toSorted(
      (a, b) => Number(b.exercise === now) - Number(a.exercise === now) || b.learners - a.learners,
    )
}

/** The newest judged submission that breaks a promise in the smallest run; undefined: none tells. */
export function smallestRun(
  state: RoomState,
  exercise: string,
  promise: string,
): SubmissionState | undefined {
  return newestJudged(state, exercise)
    .flatMap((submission) => {
      const lines = submission.verdict?.runs.get(promise)
      return lines === undefined ? [] : [{ submission, lines }]
    })
    .toSorted((a, b) => a.lines - b.lines || a.submission.seq - b.submission.seq)
    .at(0)?.submission
}
