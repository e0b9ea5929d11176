import { MAX_LEARNERS } from '@five-pillars/room'
import type { Joined } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import type { LearnerState } from '../room/state.ts'
import { hashed, isSameSecret, newLearnerId, newPersonalCode, newToken } from '../secrets.ts'
import { textIn } from '../store/columns.ts'

/** Lets a learner in who knows the room's code. */
export function join(
  desk: Desk,
  asked: { request: string; nickname: string; roomCode: string },
): Joined {
  const { db, state } = desk
  if (!isSameSecret(asked.roomCode, state.code)) {
    const message = `"${asked.roomCode}" is not the code of this room. It is on the host's screen.`
    throw new Refused('wrong-code', message)
  }
  const again = db.row(
    'SELECT id, nickname FROM learners WHERE request = ? AND seen_at IS NULL AND is_removed = 0',
    hashed(asked.request),
  )
  // The answer to the first one was lost: nobody has its token.
  if (again !== undefined && textIn(again, 'nickname') === asked.nickname) {
    return newSecrets(desk, textIn(again, 'id'))
  }
  if (state.learners.size >= MAX_LEARNERS) {
    throw new Refused('room-full', `The room has ${MAX_LEARNERS} learners, and takes no more.`)
  }
  const key = nicknameKey(asked.nickname)
  if (db.row('SELECT id FROM learners WHERE nickname_key = ?', key) !== undefined) {
    throw new Refused(
      'nickname-taken',
      `"${asked.nickname}" is here already. Choose another nickname; if it is you, come back with your personal code, or ask the host for a new one.`,
    )
  }
  const learner: LearnerState = {
    id: newLearnerId(),
    nickname: asked.nickname,
    joinedAt: desk.now(),
    seenAt: desk.now(),
    isSeen: false,
    kit: null,
    connections: 0,
    hand: null,
    cells: new Map(),
  }
  const token = newToken()
  const personalCode = newPersonalCode()
  db.write(() =>
    db.run(
      `INSERT INTO learners (id, nickname, nickname_key, token_hash, code_hash, request, joined_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      learner.id,
      learner.nickname,
      key,
      hashed(token),
      hashed(personalCode),
      hashed(asked.request),
      learner.joinedAt,
    ),
  )
  state.learners.set(learner.id, learner)
  desk.bell.ring()
  return { learner: learner.id, nickname: learner.nickname, token, personalCode, kit: desk.kit }
}

/** Nicknames that look the same are the same. */
export function nicknameKey(nickname: string): string {
  return nickname.normalize('NFKC').toLowerCase()
}

function newSecrets(desk: Desk, id: string): Joined {
  const token = newToken()
  const personalCode = newPersonalCode()
  const { db } = desk
  db.write(() =>
    db.run(
      'UPDATE learners SET token_hash = ?, code_hash = ? WHERE id = ?',
      hashed(token),
      hashed(personalCode),
      id,
    ),
  )
  const nickname = desk.state.learners.get(id)?.nickname ?? ''
  return { learner: id, nickname, token, personalCode, kit: desk.kit }
}

/** Lets a learner in again, from whatever laptop: the token from before ends. */
export function comeBack(desk: Desk, { personalCode }: { personalCode: string }): Joined {
  const { db } = desk
  const row = db.row(
    'SELECT id FROM learners WHERE code_hash = ? AND is_removed = 0',
    hashed(personalCode),
  )
  const learner = row === undefined ? undefined : desk.state.learners.get(textIn(row, 'id'))
  if (learner === undefined) {
    throw new Refused(
      'wrong-code',
      'Nobody here has that personal code. The host can give a new one.',
    )
  }
  const token = newToken()
  db.write(() =>
    db.run('UPDATE learners SET token_hash = ? WHERE id = ?', hashed(token), learner.id),
  )
  desk.bell.tell(learner.id, { kind: 'gone', why: 'elsewhere' })
  desk.bell.ring()
  return { learner: learner.id, nickname: learner.nickname, token, personalCode, kit: desk.kit }
}

/** Ends a token. What the learner did stays, and the personal code lets them in again. */
export function leave(desk: Desk, learner: LearnerState): void {
  const { db } = desk
  db.write(() => {
    db.run('UPDATE learners SET token_hash = NULL WHERE id = ?', learner.id)
    if (learner.hand !== null) putHandDown(desk, learner)
  })
  learner.hand = null
  desk.bell.tell(learner.id, { kind: 'gone', why: 'left' })
  desk.bell.ring()
}

function putHandDown({ db, now }: Desk, learner: LearnerState): void {
  db.run(
    'INSERT INTO hands (learner, at, is_raised, exercise, note) VALUES (?, ?, 0, NULL, ?)',
    learner.id,
    now(),
    '',
  )
}
