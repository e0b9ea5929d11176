import type { Now } from '@five-pillars/room'

import { actOn, leftMs } from '../agenda/clock.ts'
import type { Agenda, ClockAct } from '../agenda/clock.ts'
import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { putDocument } from '../store/documents.ts'

/** Starts, pauses, extends, skips: whatever the host does with the day. */
export function actOnClock(desk: Desk, act: ClockAct): void {
  const { db, state } = desk
  const clock = actOn(state.agenda, state.clock, act, desk.now())
  if (typeof clock === 'string') throw new Refused('conflict', clock)
  db.write(() => putDocument(db, 'clock', clock))
  state.clock = clock
  desk.bell.tellAll({ kind: 'now', now: nowOf(desk) })
  desk.bell.ring()
}

/** Changes the plan. What is over, and the block of now, stay in it. */
export function changeAgenda(desk: Desk, asked: Agenda): void {
  const { db, state } = desk
  if (asked.version !== state.agenda.version) {
    throw new Refused(
      'conflict',
      'The agenda was changed meanwhile. Look at it, and change it again.',
    )
  }
  const ids = new Set(asked.blocks.map(({ id }) => id))
  const { done, now, dropped } = state.clock
  const kept = [...done.map(({ block }) => block), ...(now === null ? [] : [now.block])]
  const gone = kept.find((id) => !ids.has(id))
  if (gone !== undefined) {
    throw new Refused('conflict', `Block "${gone}" has begun already, and stays in the agenda.`)
  }
  const before = asked.blocks.slice(
    0,
    Math.max(
      0,
      asked.blocks.findIndex(({ id }) => id === now?.block),
    ),
  )
  const early = before.find(({ id }) => !kept.includes(id) && !dropped.includes(id))
  if (early !== undefined) {
    const message = `Block "${early.id}" stands before the block of now, and would never come.`
    throw new Refused('conflict', message)
  }
  const agenda = { ...asked, version: asked.version + 1 }
  const clock = { ...state.clock, dropped: dropped.filter((id) => ids.has(id)) }
  db.write(() => {
    putDocument(db, 'agenda', agenda)
    putDocument(db, 'clock', clock)
  })
  state.agenda = agenda
  state.clock = clock
  desk.bell.tellAll({ kind: 'now', now: nowOf(desk) })
  desk.bell.ring()
}

/** The block of now, as learners are told of it. */
export function nowOf({ state: { agenda, clock }, now }: Pick<Desk, 'state' | 'now'>): Now | null {
  const running = clock.now
  const block = agenda.blocks.find(({ id }) => id === running?.block)
  if (running === null || block === undefined) return null
  const isPaused = running.pausedAt !== null
  const at = now()
  return {
    title: block.title,
    kind: block.kind,
    slug: block.slug,
    endsAt: isPaused ? null : Math.max(0, at + leftMs(agenda, running, at)),
    isPaused,
  }
}
