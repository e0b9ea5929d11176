import type { Release } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { numberIn } from '../store/columns.ts'

/** Says something to everybody, and puts it on the screen. */
export function announce(desk: Desk, text: string): void {
  const at = desk.now()
  const id = desk.db.write(() => {
    desk.db.run('UPDATE announcements SET is_up = 0 WHERE is_up = 1')
    desk.db.run('INSERT INTO announcements (at, text, is_up) VALUES (?, ?, 1)', at, text)
    return numberIn(desk.db.row('SELECT last_insert_rowid() AS seq') ?? {}, 'seq')
  })
  const { announcements } = desk.state
  takeOff(desk)
  announcements.push({ id: String(id), text, at, isUp: true })
  desk.bell.tellAll({ kind: 'announcement', text, at })
  desk.bell.ring()
}

/** Takes what was announced off the screen. */
export function takeDown(desk: Desk): void {
  desk.db.write(() => desk.db.run('UPDATE announcements SET is_up = 0 WHERE is_up = 1'))
  takeOff(desk)
  desk.bell.ring()
}

function takeOff({ state: { announcements } }: Desk): void {
  const last = announcements.at(-1)
  if (last?.isUp === true) announcements.splice(-1, 1, { ...last, isUp: false })
}

/** Gives a hint or the solution to the room, or to one learner. Given twice, it is given once. */
export function release(desk: Desk, given: Release & { to: string }): void {
  const { kind, exercise, level, to } = given
  if (!desk.exercises.has(exercise)) {
    throw new Refused('unknown', `There is no exercise "${exercise}".`)
  }
  const learner = to === 'room' ? null : to
  if (learner !== null && !desk.state.learners.has(learner)) {
    throw new Refused('unknown', 'There is no such learner in the room.')
  }
  const isGiven = desk.state.releases.some(
    (one) =>
      one.kind === kind &&
      one.exercise === exercise &&
      one.level === level &&
      (one.learner === null || one.learner === learner),
  )
  if (isGiven) return
  const at = desk.now()
  desk.db.write(() =>
    desk.db.run(
      'INSERT INTO releases (at, kind, exercise, level, learner) VALUES (?, ?, ?, ?, ?)',
      at,
      kind,
      exercise,
      level,
      learner,
    ),
  )
  desk.state.releases.push({ kind, exercise, level, learner, at })
  const event = { kind: 'release', release: { kind, exercise, level } } as const
  if (learner === null) desk.bell.tellAll(event)
  else desk.bell.tell(learner, event)
  desk.bell.ring()
}
