import { nicknameSchema } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import type { LearnerState, SubmissionState } from '../room/state.ts'
import { hashed, newPersonalCode } from '../secrets.ts'
import { putDocument } from '../store/documents.ts'
import { nicknameKey } from './join.ts'
import { noteHand } from './work.ts'

/** A learner of the room. Throws `unknown`. */
export function learnerNamed({ state }: Desk, id: string): LearnerState {
  const learner = state.learners.get(id)
  if (learner === undefined) throw new Refused('unknown', 'There is no such learner in the room.')
  return learner
}

/** A submission of the room. Throws `unknown`. */
export function submissionNamed({ state }: Desk, id: string): SubmissionState {
  const submission = state.submissions.get(id)
  if (submission === undefined || !state.learners.has(submission.learner)) {
    throw new Refused('unknown', 'There is no such submission.')
  }
  return submission
}

export function rename(desk: Desk, learner: LearnerState, asked: string | undefined): void {
  const nickname = nicknameSchema.safeParse(asked)
  if (!nickname.success) {
    throw new Refused('bad-request', nickname.error.issues[0]?.message ?? 'That is no nickname.')
  }
  const key = nicknameKey(nickname.data)
  const { db } = desk
  const taken = db.row(
    'SELECT id FROM learners WHERE nickname_key = ? AND id <> ?',
    key,
    learner.id,
  )
  if (taken !== undefined) {
    throw new Refused('nickname-taken', `"${nickname.data}" is somebody else here.`)
  }
  db.write(() =>
    db.run(
      'UPDATE learners SET nickname = ?, nickname_key = ? WHERE id = ?',
      nickname.data,
      key,
      learner.id,
    ),
  )
  learner.nickname = nickname.data
  desk.bell.ring()
}

/** Takes somebody out of the room: their token ends, and their work is on no board. */
export function removeLearner(desk: Desk, learner: LearnerState): void {
  const { db, state } = desk
  const isShown = state.submissions.get(state.shown?.submission ?? '')?.learner === learner.id
  db.write(() => {
    db.run(
      'UPDATE learners SET is_removed = 1, nickname_key = NULL, token_hash = NULL WHERE id = ?',
      learner.id,
    )
    if (isShown) putDocument(db, 'shown', null)
  })
  state.learners.delete(learner.id)
  if (isShown) {
    state.shown = null
    desk.relay.show(null)
  }
  desk.queue.remove((one) => one.learner === learner.id)
  desk.bell.tell(learner.id, { kind: 'gone', why: 'removed' })
  desk.bell.ring()
}

/** A new personal code for somebody who has lost theirs; the old one is no longer good. */
export function newCode(desk: Desk, learner: LearnerState): string {
  const code = newPersonalCode()
  const { db } = desk
  db.write(() => db.run('UPDATE learners SET code_hash = ? WHERE id = ?', hashed(code), learner.id))
  return code
}

export function lowerHand(desk: Desk, learner: LearnerState): void {
  noteHand(desk, learner, { isRaised: false, exercise: null, note: '' })
}

/** Asks a learner whether a run may be shown with their name. */
export function askLeave(desk: Desk, submission: SubmissionState): void {
  if (submission.leave === 'given') return
  const { db } = desk
  db.write(() => db.run("UPDATE submissions SET leave = 'asked' WHERE id = ?", submission.id))
  submission.leave = 'asked'
  const { id, exercise, learner } = submission
  desk.bell.tell(learner, { kind: 'may-i-show', submission: id, exercise })
  desk.bell.ring()
}

export function setLeaderboard(desk: Desk, isOn: boolean): void {
  const { db, state } = desk
  db.write(() => putDocument(db, 'leaderboard', { isOn }))
  state.isLeaderboardOn = isOn
  desk.bell.ring()
}
