/** A day without a time of day or a time zone: `2026-11-27`. */
export type CalendarDay = `${number}-${number}-${number}`

/** Monday to Sunday. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const DAY_MS = 24 * 60 * 60 * 1000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day that a text names; `undefined` where there is no such day, as on 30 February. */
export function calendarDay(text: string): CalendarDay | undefined {
  if (!DAY.test(text)) return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || dayOf(time) !== text ? undefined : dayOf(time)
}

/** The day so many days later. */
export function plusDays(day: CalendarDay, days: number): CalendarDay {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS)
}

/** 1970 began on a Thursday. */
export function weekdayOf(day: CalendarDay): Weekday {
  const days = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
  const place = (((days + 3) % 7) + 7) % 7
  return WEEKDAYS[place] ?? 'MO'
}

function dayOf(time: number): CalendarDay {
  const date = new Date(time)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  const text: string = `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  if (!isDay(text)) throw new RangeError(`no day of a four-digit year: ${text}`)
  return text
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function isDay(text: string): text is CalendarDay {
  return DAY.test(text)
}
