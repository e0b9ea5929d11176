import type { Attempt, Hand, LeaveToShow } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { cellOf, noteOutcome } from '../room/state.ts'
import type { LearnerState } from '../room/state.ts'
import { putDocument } from '../store/documents.ts'

/** Notes what the open checks said on a learner's machine. */
export function noteAttempt(desk: Desk, learner: LearnerState, attempt: Attempt): void {
  assertExercise(desk, attempt.exercise)
  const at = desk.now()
  const { exercise, kept, broken, hints } = attempt
  desk.db.write(() =>
    desk.db.run(
      'INSERT INTO attempts (learner, exercise, at, kept, broken, hints) VALUES (?, ?, ?, ?, ?, ?)',
      learner.id,
      exercise,
      at,
      JSON.stringify(kept),
      broken,
      hints,
    ),
  )
  const cell = cellOf(learner, exercise, at)
  cell.hints = Math.max(cell.hints, hints)
  noteOutcome(cell, { at, kept, broken })
  desk.bell.ring()
}

/** Raises a hand, or puts it down; raising a raised one changes what is written and not its place. */
export function noteHand(desk: Desk, learner: LearnerState, hand: Hand): void {
  if (hand.exercise !== null) assertExercise(desk, hand.exercise)
  if (!hand.isRaised && learner.hand === null) return
  const at = learner.hand?.at ?? desk.now()
  desk.db.write(() =>
    desk.db.run(
      'INSERT INTO hands (learner, at, is_raised, exercise, note) VALUES (?, ?, ?, ?, ?)',
      learner.id,
      hand.isRaised ? at : desk.now(),
      hand.isRaised ? 1 : 0,
      hand.exercise,
      hand.note,
    ),
  )
  learner.hand = hand.isRaised ? { at, exercise: hand.exercise, note: hand.note } : null
  desk.bell.tell(learner.id, { kind: 'hand', isRaised: hand.isRaised })
  desk.bell.ring()
}

/** Keeps whether a run may be shown with its learner's name; only what was asked is answered. */
export function noteLeave(desk: Desk, learner: LearnerState, answer: LeaveToShow): void {
  const submission = desk.state.submissions.get(answer.submission)
  if (submission === undefined || submission.learner !== learner.id) {
    throw new Refused('unknown', 'You have no such submission here.')
  }
  if (submission.leave === 'none') {
    throw new Refused('conflict', 'Nobody has asked for leave to show this one.')
  }
  const leave = answer.isGiven ? 'given' : 'refused'
  const { shown } = desk.state
  const isTakenBack =
    leave === 'refused' && shown?.submission === submission.id && shown.as === 'named'
  desk.db.write(() => {
    desk.db.run('UPDATE submissions SET leave = ? WHERE id = ?', leave, submission.id)
    if (isTakenBack) putDocument(desk.db, 'shown', null)
  })
  submission.leave = leave
  if (isTakenBack) {
    desk.state.shown = null
    desk.relay.show(null)
  }
  desk.bell.ring()
}

function assertExercise({ exercises }: Desk, slug: string): void {
  if (!exercises.has(slug)) throw new Refused('unknown', `There is no exercise "${slug}".`)
}
