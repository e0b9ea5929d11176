import type { PlannedStep, Session } from './week-plan.ts'

export interface CalendarFileOptions {
  sessions: readonly Session[]
  /** When each session begins, on the clock of wherever the calendar is: `18:30`. */
  time: string
  /** When the file was made, as iCalendar writes it: `20261127T120000Z`. */
  stamp: string
  /** What tells this plan from another in one calendar, such as the path's id. */
  plan: string
}

/** A line may have so many octets, its end not counted (RFC 5545, section 3.1). */
const LINE_OCTETS_MAX = 75

/**
 * The sessions as an iCalendar file (RFC 5545). Times have no zone: half past six stays half past six
 * wherever the calendar is read. The same plan gives the same ids, so that a second import replaces
 * the first.
 */
export function calendarFile({ sessions, time, stamp, plan }: CalendarFileOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Five Pillars//Week plan//EN',
    'CALSCALE:GREGORIAN',
    ...sessions.flatMap((session, index) => [
      'BEGIN:VEVENT',
      `UID:${plan}-${index + 1}@five-pillars`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${session.day.replaceAll('-', '')}T${time.replace(':', '')}00`,
      `DURATION:PT${session.minutes}M`,
      `SUMMARY:${escaped(`Five Pillars: ${session.steps.map(titleOf).join(', ')}`)}`,
      `DESCRIPTION:${escaped(session.steps.map(lineOf).join('\n'))}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function titleOf({ step, part, parts }: PlannedStep): string {
  return parts === 1 ? step.title : `${step.title} (${part} of ${parts})`
}

function lineOf(planned: PlannedStep): string {
  const { step, minutes } = planned
  const what = step.kind === 'talk' ? 'Talk' : 'Exercise'
  const how = step.kind === 'talk' ? 'present' : 'check'
  return `${what}: ${titleOf(planned)}, ${minutes} min. npx five-pillars ${how} ${step.id}`
}

/** Text values escape what separates them (RFC 5545, section 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
}

/** Breaks a long line between characters; what follows begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const rows: string[] = []
  let row = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > LINE_OCTETS_MAX) {
      rows.push(row)
      row = ' '
      octets = 1
    }
    row += character
    octets += size
  }
  return [...rows, row].join('\r\n')
}
