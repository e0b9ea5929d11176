import type { ExerciseFacts } from '../exercise-facts.ts'
import type { BoardCell, LearnerRow, StuckOn } from '../view.ts'
import type { Cell, LearnerState, RoomState } from './state.ts'
import { isStuck } from './stuck.ts'

/** What the board is made from, besides the room. */
export interface BoardParts {
  readonly exercises: ReadonlyMap<string, ExerciseFacts>
  readonly kit: string
  readonly now: number
  /** Whether a submission is being judged: it is in no line any more. */
  readonly isWaiting: (id: string) => boolean
}

/** A row for each learner: raised hands first, longest first, then who is stuck, then by nickname. */
export function boardRows(state: RoomState, parts: BoardParts): readonly LearnerRow[] {
  return [...state.learners.values()].map((learner) => rowOf(learner, parts)).toSorted(byNeed)
}

function byNeed(a: LearnerRow, b: LearnerRow): number {
  if (a.hand !== null || b.hand !== null) {
    return (a.hand?.at ?? Infinity) - (b.hand?.at ?? Infinity)
  }
  if (a.stuck !== null || b.stuck !== null) {
    return (a.stuck?.since ?? Infinity) - (b.stuck?.since ?? Infinity)
  }
  return byNickname.compare(a.nickname, b.nickname)
}

const byNickname = new Intl.Collator('en')

function rowOf(learner: LearnerState, parts: BoardParts): LearnerRow {
  const { id, nickname, connections, seenAt, kit, hand } = learner
  return {
    id,
    nickname,
    isHere: connections > 0,
    seenAt,
    otherKit: kit === null || kit === parts.kit ? null : kit,
    hand,
    stuck: stuckOn(learner, parts),
    cells: [...parts.exercises.keys()].map((slug) => {
      const cell = learner.cells.get(slug)
      return cell === undefined ? null : cellView(cell, parts)
    }),
    points: learner.cells.values().reduce((sum, cell) => sum + cell.best, 0),
  }
}

/** Where somebody does not get on: at what they worked on last. */
function stuckOn(learner: LearnerState, { exercises, now }: BoardParts): StuckOn | null {
  const [last] = [...learner.cells].toSorted(([, a], [, b]) => b.lastAt - a.lastAt)
  if (last === undefined) return null
  const [exercise, cell] = last
  if (!isStuck(cell, now) || cell.broken === null) return null
  return {
    exercise,
    promise: promiseOf(exercises, exercise, cell.broken),
    since: cell.progressAt,
    attempts: cell.sameBroken,
  }
}

/** A promise in words; where the manifest has none of that id, the id is all there is to say. */
export function promiseOf(
  exercises: BoardParts['exercises'],
  exercise: string,
  id: string,
): { id: string; text: string } {
  return exercises.get(exercise)?.promises.find((promise) => promise.id === id) ?? { id, text: id }
}

function cellView(cell: Cell, parts: BoardParts): BoardCell {
  return {
    state: stateOf(cell, parts),
    kept: cell.keptNow,
    points: cell.best,
    attempts: cell.attempts,
    hints: cell.hints,
    isStuck: isStuck(cell, parts.now),
    submission: cell.newestJudged?.id ?? null,
  }
}

function stateOf({ newest, newestJudged }: Cell, { isWaiting }: BoardParts): BoardCell['state'] {
  if (newest === null) return 'trying'
  switch (newest.standing) {
    case 'waiting':
      return isWaiting(newest.id) ? 'waiting' : 'judging'
    case 'judged':
      return newest.verdict?.state === 'passed' ? 'kept' : 'broken'
    case 'not-judged':
      return 'not-judged'
    case 'superseded':
      return newestJudged?.verdict?.state === 'passed' ? 'kept' : 'broken'
  }
}
