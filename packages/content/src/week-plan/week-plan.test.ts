import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { learningPaths } from '../learning-paths.ts'
import { learningSteps } from '../learning-steps.ts'
import { calendarDay, plusDays, weekdayOf, WEEKDAYS } from './calendar-day.ts'
import type { CalendarDay } from './calendar-day.ts'
import { calendarFile } from './calendar-file.ts'
import { SESSION_MIN, weekPlan } from './week-plan.ts'

const anyDay = fc
  .integer({ min: -3000, max: 40_000 })
  .map((days): CalendarDay => plusDays('2026-11-27', days))
const anyPlan = fc
  .record({
    path: fc.constantFrom(...learningPaths),
    start: anyDay,
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    room: fc.integer({ min: SESSION_MIN, max: 600 }),
  })
  .map(({ path, start, weekdays, room }) => {
    const steps = learningSteps(path)
    const options = { steps, start, weekdays, minutesPerWeek: room * weekdays.length }
    return { ...options, room, sessions: weekPlan(options) }
  })

describe('a week plan', () => {
  test('does every step, in order, whole or in parts that add up', () => {
    fc.assert(
      fc.property(anyPlan, ({ steps, sessions }) => {
        const planned = sessions.flatMap((session) => session.steps)
        const done = steps.map((step) => {
          const parts = planned.filter((each) => each.step.id === step.id)
          expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1))
          expect(parts.every((each) => each.parts === parts.length)).toBe(true)
          return parts.reduce((sum, { minutes }) => sum + minutes, 0)
        })
        expect(done).toEqual(steps.map(({ minutes }) => minutes))
        expect([...new Set(planned.map(({ step }) => step.id))]).toEqual(steps.map(({ id }) => id))
      }),
    )
  })

  test('never fills a day beyond its room, nor leaves one empty, nor cuts what fits', () => {
    fc.assert(
      fc.property(anyPlan, ({ sessions, room }) => {
        for (const { minutes, steps } of sessions) {
          expect(minutes).toBeGreaterThan(0)
          expect(minutes).toBeLessThanOrEqual(room)
          for (const { step, parts } of steps) {
            expect(parts > 1).toBe(step.minutes > room)
          }
        }
      }),
    )
  })

  test('has sessions on the chosen days alone, one a day, in order, with no week passed over', () => {
    fc.assert(
      fc.property(anyPlan, ({ sessions, weekdays, start }) => {
        const days = sessions.map(({ day }) => day)
        expect([...new Set(days)].toSorted()).toEqual(days)
        expect(days.every((day) => day >= start && weekdays.includes(weekdayOf(day)))).toBe(true)
        const weeks = [...new Set(sessions.map(({ week }) => week))]
        expect(weeks).toEqual(weeks.map((_, index) => index + 1))
      }),
    )
  })

  test('without a day, or with too short sessions, says what is wrong', () => {
    const options = { steps: [], start: '2026-11-27', minutesPerWeek: 60 } as const
    expect(() => weekPlan({ ...options, weekdays: [] })).toThrow('A plan needs a day of the week.')
    expect(() => weekPlan({ ...options, weekdays: WEEKDAYS })).toThrow(
      'A session of 8 minutes is too short: 15 at least. Choose fewer days or more hours.',
    )
  })
})

describe('a calendar day', () => {
  test('is refused where there is none', () => {
    expect(calendarDay('2026-11-27')).toBe('2026-11-27')
    expect(calendarDay('2028-02-29')).toBe('2028-02-29')
    for (const text of ['2026-02-30', '2026-13-01', '27.11.2026', '', '2026-1-1', 'x2026-11-27']) {
      expect([text, calendarDay(text)]).toEqual([text, undefined])
    }
  })

  test('has the weekday that calendars say', () => {
    expect(weekdayOf('2026-11-27')).toBe('FR')
    expect(weekdayOf('1969-12-31')).toBe('WE')
    fc.assert(
      fc.property(anyDay, (day) => {
        const place = new Date(`${day}T00:00:00Z`).getUTCDay()
        expect(WEEKDAYS.indexOf(weekdayOf(day))).toBe((place + 6) % 7)
      }),
    )
  })
})

describe('the calendar file', () => {
  const stamp = '20261127T120000Z'

  test('has an event for each session, lines of 75 octets, and unfolds to what was meant', () => {
    fc.assert(
      fc.property(anyPlan, ({ sessions }) => {
        const file = calendarFile({ sessions, time: '18:30', stamp, plan: 'senior' })
        const rows = file.split('\r\n')
        expect(rows.pop()).toBe('')
        for (const row of rows) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
        const unfolded = file.replaceAll('\r\n ', '').split('\r\n')
        const starts = unfolded.filter((line) => line.startsWith('DTSTART:'))
        expect(starts).toEqual(
          sessions.map(({ day }) => `DTSTART:${day.replaceAll('-', '')}T183000`),
        )
        const lengths = unfolded.filter((line) => line.startsWith('DURATION:'))
        expect(lengths).toEqual(sessions.map(({ minutes }) => `DURATION:PT${minutes}M`))
        const ids = unfolded.filter((line) => line.startsWith('UID:'))
        expect(new Set(ids).size).toBe(sessions.length)
      }),
    )
  })

  test('reads as calendars expect it', () => {
    const [path] = learningPaths
    if (path === undefined) throw new Error('there is no path')
    const sessions = weekPlan({
      steps: learningSteps(path).slice(0, 3),
      start: '2026-11-30',
      minutesPerWeek: 120,
      weekdays: ['TU', 'TH'],
    })
    expect(calendarFile({ sessions, time: '18:30', stamp, plan: path.id })).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Five Pillars//Week plan//EN
      CALSCALE:GREGORIAN
      BEGIN:VEVENT
      UID:new-graduate-1@five-pillars
      DTSTAMP:20261127T120000Z
      DTSTART:20261201T183000
      DURATION:PT40M
      SUMMARY:Five Pillars: The five pillars
      DESCRIPTION:Talk: The five pillars\\, 40 min. npx five-pillars present overv
       iew
      END:VEVENT
      BEGIN:VEVENT
      UID:new-graduate-2@five-pillars
      DTSTAMP:20261127T120000Z
      DTSTART:20261203T183000
      DURATION:PT60M
      SUMMARY:Five Pillars: Work\\, Load balancer
      DESCRIPTION:Talk: Work\\, 25 min. npx five-pillars present work\\nExercise: L
       oad balancer\\, 35 min. npx five-pillars check load-balancer
      END:VEVENT
      END:VCALENDAR
      "
    `)
  })
})
