import type { Report } from '@five-pillars/simulator'

import { shop } from './day.ts'
import { INCIDENT_MS, incidents } from './incidents.ts'
import type { Incident, IncidentId } from './incidents.ts'
import { NOBODY_HEALTHY } from './shop/gateway.ts'

/** How the shop did in one incident. */
export interface IncidentSheet {
  readonly id: IncidentId
  readonly title: string
  /** Users who were served in time, who were served too late, and who were not served. */
  readonly inTime: number
  readonly slow: number
  readonly failed: number
  /** Of those who were not served: turned away at the door, since no worker was healthy. */
  readonly refused: number
  /** What users felt when it should have been over. */
  readonly unsettled: Unsettled
  /** The longest time in a row in which too few were served in time. */
  readonly recoveryMs: number
  readonly lost: number
  readonly pages: number
  readonly scaleChanges: number
}

/** Shares of the users of a time in which the shop should have arranged itself. */
interface Unsettled {
  /** Too late, or not at all. */
  readonly late: number
  readonly unanswered: number
}

/** How a shop did on a day. */
export interface Sheet {
  readonly seed: number
  readonly incidents: readonly IncidentSheet[]
  /** What ended the day before its time; null where nothing did. */
  readonly stopped: { readonly incident: string; readonly text: string } | null
  readonly lost: number
  readonly pages: number
  readonly scaleChanges: number
}

/** A single unlucky user is no outage: users are counted in slots of so many milliseconds. */
const SLOT_MS = shop.samplingMs

interface User {
  readonly at: number
  readonly isInTime: boolean
  readonly isServed: boolean
}

/** Reads from what happened on a day how the shop did, incident by incident. */
export function sheetOf(report: Report, day: readonly Incident[] = incidents): Sheet {
  const { emitted, findings, run } = report
  const sheets = day.map(({ id, title, settledMs }, nth) => {
    const isIn = (at: number): boolean => Math.floor(at / INCIDENT_MS) === nth
    const here = emitted.filter(({ at }) => isIn(at))
    const count = (event: string): number => here.filter((each) => each.event === event).length
    const users = usersOf(here)
    const inTime = users.filter(({ isInTime }) => isInTime).length
    return {
      id,
      title,
      inTime,
      slow: count('served') - inTime,
      failed: count('failed'),
      refused: here.filter(({ data }) => data === NOBODY_HEALTHY).length,
      unsettled: unsettledOf(users, nth * INCIDENT_MS, settledMs),
      recoveryMs: recoveryOf(users),
      lost: count('lost'),
      pages: count('page'),
      scaleChanges: count('scaled'),
    }
  })
  const sum = (of: (sheet: IncidentSheet) => number): number => {
    return sheets.reduce((total, sheet) => total + of(sheet), 0)
  }
  const [finding] = findings
  const stoppedIn = finding && day[Math.floor(finding.at / INCIDENT_MS)]
  return {
    seed: run.seed,
    incidents: sheets,
    stopped: finding ? { incident: stoppedIn?.id ?? '', text: finding.text } : null,
    lost: sum(({ lost }) => lost),
    pages: sum(({ pages }) => pages),
    scaleChanges: sum(({ scaleChanges }) => scaleChanges),
  }
}

/** Everybody who was answered, or gave up. */
function usersOf(emitted: Report['emitted']): User[] {
  return emitted
    .filter(({ event }) => event === 'served' || event === 'failed')
    .map(({ event, at, data }) => ({
      at,
      isServed: event === 'served',
      isInTime: event === 'served' && Number(data) <= shop.goodMs,
    }))
}

function unsettledOf(
  users: readonly User[],
  beginMs: number,
  settledMs: Incident['settledMs'],
): Unsettled {
  if (settledMs === undefined) return { late: 0, unanswered: 0 }
  const [from, to] = settledMs
  const then = users.filter(({ at }) => at >= beginMs + from && at < beginMs + to)
  const all = Math.max(1, then.length)
  return {
    late: then.filter(({ isInTime }) => !isInTime).length / all,
    unanswered: then.filter(({ isServed }) => !isServed).length / all,
  }
}

function recoveryOf(users: readonly User[]): number {
  const slots = new Map<number, { inTime: number; all: number }>()
  for (const { at, isInTime } of users) {
    const nth = Math.floor(at / SLOT_MS)
    const slot = slots.get(nth) ?? { inTime: 0, all: 0 }
    slots.set(nth, slot)
    slot.all++
    if (isInTime) slot.inTime++
  }
  let inRow = 0
  let longest = 0
  for (const { inTime, all } of slots.values()) {
    inRow = inTime < all * shop.goodShare ? inRow + 1 : 0
    longest = Math.max(longest, inRow)
  }
  return longest * SLOT_MS
}
