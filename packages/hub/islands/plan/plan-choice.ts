import { calendarDay, learningPaths, WEEKDAYS } from '@five-pillars/content'
import type { Weekday } from '@five-pillars/content'

/** What the reader has chosen; a plan is shared by its address. */
export interface PlanChoice {
  path: string
  start: string
  hours: number
  time: string
  weekdays: readonly Weekday[]
}

const HOURS_MAX = 40

/** The choice that an address names; what it does not name, or names wrongly, is the default. */
export function choiceFrom(asked: URLSearchParams, today: string): PlanChoice {
  const hours = Number(asked.get('hours') ?? Number.NaN)
  const time = asked.get('time') ?? ''
  const days = (asked.get('days') ?? '').split('-')
  const weekdays = WEEKDAYS.filter((day) => days.includes(day))
  return {
    path: learningPaths.find(({ id }) => id === asked.get('path'))?.id ?? 'new-graduate',
    start: calendarDay(asked.get('start') ?? '') ?? today,
    hours: hours > 0 && hours <= HOURS_MAX ? hours : 3,
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : '17:00',
    weekdays: weekdays.length > 0 ? weekdays : ['TU', 'TH'],
  }
}

/** The address of a choice, behind its question mark. */
export function queryOf({ path, start, hours, time, weekdays }: PlanChoice): string {
  return new URLSearchParams({
    path,
    start,
    hours: String(hours),
    time,
    days: weekdays.join('-'),
  }).toString()
}
