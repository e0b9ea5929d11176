import type { LearningStep } from '../learning-steps.ts'
import { plusDays, weekdayOf } from './calendar-day.ts'
import type { CalendarDay, Weekday } from './calendar-day.ts'

export interface WeekPlanOptions {
  /** What is to be done, in order. */
  steps: readonly LearningStep[]
  /** The first day that may have a session. */
  start: CalendarDay
  /** How much there is in each week, spread evenly over the days. */
  minutesPerWeek: number
  /** The days that have a session; at least one. */
  weekdays: readonly Weekday[]
}

/** A step, or a part of one that is longer than a session. */
export interface PlannedStep {
  step: LearningStep
  minutes: number
  /** From 1, and of how many: both 1 where it is done in one go. */
  part: number
  parts: number
}

/** What is done on one day. */
export interface Session {
  day: CalendarDay
  /** Weeks are counted from the start, from 1. */
  week: number
  minutes: number
  steps: readonly PlannedStep[]
}

/** Shorter sessions are all beginning and end. */
export const SESSION_MIN = 15

/** More than ten years of one session a week. */
const SESSIONS_MAX = 520

/**
 * Puts the steps into sessions, in order. A step that fits into a session is never cut: when the rest
 * of a day is too short for it, it waits for the next one. A step longer than a session is cut into
 * parts.
 *
 * @throws RangeError when there is no weekday, or a session would be shorter than 15 minutes
 */
export function weekPlan(options: WeekPlanOptions): readonly Session[] {
  const { steps, minutesPerWeek, weekdays, start } = options
  if (weekdays.length === 0) throw new RangeError('A plan needs a day of the week.')
  const room = Math.floor(minutesPerWeek / new Set(weekdays).size)
  if (!(room >= SESSION_MIN)) {
    throw new RangeError(
      `A session of ${room} minutes is too short: ${SESSION_MIN} at least. Choose fewer days or more hours.`,
    )
  }
  const days = daysFrom(start, weekdays)
  return sessions(cutToFit(steps, room), room).map((planned) => {
    const { value } = days.next()
    if (value === undefined) throw new RangeError(`More than ${SESSIONS_MAX} sessions.`)
    return {
      ...value,
      minutes: planned.reduce((sum, { minutes }) => sum + minutes, 0),
      steps: planned,
    }
  })
}

function cutToFit(steps: readonly LearningStep[], room: number): PlannedStep[] {
  return steps.flatMap((step) => {
    const parts = Math.ceil(step.minutes / room)
    // As equal as whole minutes allow, so that no part is a rest of one minute.
    return Array.from({ length: parts }, (_, index) => ({
      step,
      minutes:
        Math.floor((step.minutes * (index + 1)) / parts) -
        Math.floor((step.minutes * index) / parts),
      part: index + 1,
      parts,
    }))
  })
}

function sessions(planned: readonly PlannedStep[], room: number): PlannedStep[][] {
  const all: PlannedStep[][] = []
  let left = 0
  for (const each of planned) {
    if (each.minutes > left) {
      all.push([])
      left = room
    }
    all.at(-1)?.push(each)
    left -= each.minutes
  }
  return all
}

function* daysFrom(
  start: CalendarDay,
  weekdays: readonly Weekday[],
): Generator<{ day: CalendarDay; week: number }, undefined> {
  for (let offset = 0; offset < SESSIONS_MAX * 7; offset += 1) {
    const day = plusDays(start, offset)
    if (weekdays.includes(weekdayOf(day))) yield { day, week: Math.floor(offset / 7) + 1 }
  }
  return undefined
}
