import { oneDay } from '@five-pillars/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { actOn, blocksAhead, MINUTE_MS, STOPPED } from './clock.ts'
import type { Agenda, Clock, ClockAct } from './clock.ts'
import { agendaView, driftOf } from './timetable.ts'

const agenda: Agenda = { ...oneDay, version: 1 }
const NINE = new Date(2026, 10, 27, 9).getTime()

/** The clock after some acts, each so many minutes after the one before. */
function played(acts: readonly (readonly [minutes: number, act: ClockAct])[]): {
  clock: Clock
  at: number
} {
  let at = NINE
  let clock = STOPPED
  for (const [minutes, act] of acts) {
    at += minutes * MINUTE_MS
    const after = actOn(agenda, clock, act, at)
    if (typeof after !== 'string') clock = after
  }
  return { clock, at }
}

const skip: ClockAct = { act: 'skip', block: null }

const anyAct: fc.Arbitrary<ClockAct> = fc.oneof(
  fc.constantFrom<ClockAct>({ act: 'start' }, { act: 'pause' }, { act: 'resume' }, skip, {
    act: 'back',
    block: null,
  }),
  fc.record({ act: fc.constant('extend' as const), minutes: fc.integer({ min: -10, max: 30 }) }),
  fc.record({
    act: fc.constantFrom('drop' as const, 'keep' as const),
    block: fc.constantFrom(...agenda.blocks.map(({ id }) => id)),
  }),
)
const anyDay = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), anyAct), { maxLength: 40 })

describe('a day, whatever the host does', () => {
  test('has each block in one state, and no block before the one of now is ahead', () => {
    fc.assert(
      fc.property(anyDay, (acts) => {
        const { clock, at } = played(acts)
        const { blocks, now } = agendaView(agenda, clock, at)
        expect(blocks.filter(({ state }) => state === 'now').map(({ id }) => id)).toEqual(
          now === null ? [] : [now],
        )
        const index = blocks.findIndex(({ id }) => id === now)
        expect(blocks.slice(0, Math.max(0, index)).map(({ state }) => state)).not.toContain('ahead')
      }),
    )
  })

  test('goes on where it stopped: what is ahead begins where the one before ends', () => {
    fc.assert(
      fc.property(anyDay, (acts) => {
        const { clock, at } = played(acts)
        const { blocks } = agendaView(agenda, clock, at)
        const coming = blocks.filter(({ state }) => state === 'ahead')
        const ends = coming.slice(0, -1).map(({ endsAt }) => endsAt)
        expect(coming.slice(1).map(({ beginsAt }) => beginsAt)).toEqual(ends)
        expect(coming.every(({ beginsAt }) => beginsAt >= Math.min(at, NINE))).toBe(true)
      }),
    )
  })

  test('back undoes a skip: the same block has as much left as it had', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (acts, later) => {
        const { clock, at } = played(acts)
        fc.pre(clock.now !== null && clock.now.pausedAt === null)
        const skipped = actOn(agenda, clock, skip, at)
        if (typeof skipped === 'string') throw new Error(skipped)
        const wait = at + later * MINUTE_MS
        const again = actOn(agenda, skipped, { act: 'back', block: null }, wait)
        if (typeof again === 'string') throw new Error(again)
        const endOf = (one: Clock, now: number): number | undefined =>
          agendaView(agenda, one, now).blocks.find(({ state }) => state === 'now')?.endsAt
        expect(endOf(again, wait)).toBe((endOf(clock, at) ?? 0) + later * MINUTE_MS)
      }),
    )
  })
})

describe('the clock', () => {
  test('that begins in time and is followed has no drift', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      [20, skip],
      [20, skip],
    ])
    expect(clock.now?.block).toBe('load-balancer')
    expect(driftOf(agenda, clock, at)).toBe(0)
    expect(agendaView(agenda, clock, at).advice).toEqual([])
  })

  test('that begins late is as late at the end', () => {
    const { clock, at } = played([[7, { act: 'start' }]])
    expect(driftOf(agenda, clock, at)).toBe(7)
  })

  test('of a rehearsal in the evening has no drift', () => {
    const { clock, at } = played([[11 * 60, { act: 'start' }]])
    expect(driftOf(agenda, clock, at)).toBe(0)
  })

  test('stands still while it is paused, and the day becomes later', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      [5, { act: 'pause' }],
      [9, { act: 'resume' }],
    ])
    expect(driftOf(agenda, clock, at)).toBe(9)
    const view = agendaView(agenda, clock, at)
    expect(view.blocks[0]?.endsAt).toBe(at + 15 * MINUTE_MS)
  })

  test('that is paused says what is left', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      [5, { act: 'pause' }],
      [60, { act: 'drop', block: 'slack' }],
    ])
    expect(agendaView(agenda, clock, at)).toMatchObject({
      clock: 'paused',
      leftMs: 15 * MINUTE_MS,
    })
  })
})

describe('a late day', () => {
  test('gives 14 minutes back by the smallest block that could go', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      [34, skip],
    ])
    const [first, second, third] = agendaView(agenda, clock, at).advice
    expect(first).toEqual({
      text: '14 min behind: drop "Where to go next" (15 min, could)?',
      act: { act: 'drop', block: 'where-next' },
    })
    expect(second?.act).toEqual({ act: 'drop', block: 'slack' })
    expect(third?.text).toBe(
      '14 min behind: drop "Debrief of the best counterexamples" (20 min, should)?',
    )
    const dropped = actOn(agenda, clock, { act: 'drop', block: 'where-next' }, at)
    if (typeof dropped === 'string') throw new Error(dropped)
    expect(driftOf(agenda, dropped, at)).toBe(-1)
  })

  test('says it where nothing is enough, and where nothing is left', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      [70, skip],
    ])
    expect(agendaView(agenda, clock, at).advice[0]?.text).toBe(
      '50 min behind: drop "Where to go next" (15 min, could), and stay 35 min behind?',
    )
    const bare: Agenda = { version: 1, begins: '09:00', blocks: agenda.blocks.slice(0, 2) }
    expect(agendaView(bare, clock, at).advice).toEqual([
      { text: '50 min behind, and nothing left to drop: the day ends at 10:30.', act: null },
    ])
  })
})

describe('the host', () => {
  test.each<[ClockAct, string]>([
    [{ act: 'pause' }, 'No block runs: start the day first.'],
    [skip, 'No block runs: start the day first.'],
    [{ act: 'back', block: null }, 'There is no block before this one.'],
    [
      { act: 'drop', block: 'no-such' },
      'Only a block that is still to come can be dropped, or kept after all.',
    ],
  ])('cannot %j before the day has begun', (act, why) => {
    expect(actOn(agenda, STOPPED, act, NINE)).toBe(why)
  })

  test('cannot bring back a block that the day has passed', () => {
    const { clock, at } = played([
      [0, { act: 'drop', block: 'opening' }],
      [0, { act: 'start' }],
    ])
    expect(clock.now?.block).toBe('deck-work')
    expect(actOn(agenda, clock, { act: 'keep', block: 'opening' }, at)).toContain('still to come')
  })

  test('skips one block with two clicks on the same one', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      [20, { act: 'skip', block: 'opening' }],
    ])
    expect(actOn(agenda, clock, { act: 'skip', block: 'opening' }, at)).toContain(
      'gone on meanwhile',
    )
    expect(blocksAhead(agenda, clock)[0]?.id).toBe('load-balancer')
  })

  test('ends the day after its last block', () => {
    const { clock, at } = played([
      [0, { act: 'start' }],
      ...agenda.blocks.map(({ minutes }) => [minutes, skip] as const),
    ])
    expect(agendaView(agenda, clock, at)).toMatchObject({
      clock: 'over',
      now: null,
      driftMinutes: 0,
    })
    expect(actOn(agenda, clock, { act: 'start' }, at)).toBe('The day has begun already.')
  })
})
