import { counted, grouped } from '@five-pillars/suite'

import { shop } from '../../day.ts'
import { INCIDENT_MS, incidents as wholeDay } from '../../incidents.ts'
import type { IncidentId } from '../../incidents.ts'
import { dayLimits, incidentLimits, settledLimits } from '../../limits.ts'
import type { IncidentSheet, Sheet } from '../../sheet.ts'

/** Safety: what a user was told is in the cart stays there. */
export function losesNothing({ lost, incidents }: Sheet): string | undefined {
  if (lost === 0) return undefined
  const where = incidents
    .filter((incident) => incident.lost > 0)
    .map((incident) => `  ${incident.title}: ${counted(incident.lost, 'line')}`)
  const what = counted(lost, 'acknowledged cart line')
  return [`${what} could not be found again. Lines that were missed:`, ...where].join('\n')
}

export function nobodyRefused({ incidents }: Sheet): string | undefined {
  return firstProblem(incidents, (incident) => {
    if (incident.refused === 0) return undefined
    const users = counted(incident.refused, 'user')
    return `${users} were turned away: no worker was healthy, or so it was believed.`
  })
}

/** Some time is enough to send nobody where nobody answers, and to boot others instead. */
export function settles({ incidents }: Sheet): string | undefined {
  return firstProblem(incidents, ({ id, unsettled: { late, unanswered } }) => {
    const then = whenSettled(id)
    const most = settledLimits[id] ?? { late: 1, unanswered: 1 }
    if (unanswered > most.unanswered) {
      return `${then} ${exactly(unanswered)} got no answer; at most ${percent(most.unanswered)} may.`
    }
    if (late <= most.late) return undefined
    return `${then} ${exactly(late)} were served late; at most ${percent(most.late)} may be.`
  })
}

function whenSettled(id: IncidentId): string {
  const [from, to] = wholeDay.find((incident) => incident.id === id)?.settledMs ?? [0, INCIDENT_MS]
  return `From second ${from / 1000} to ${to / 1000}, when the shop should have settled,`
}

export function servesInTime({ incidents }: Sheet): string | undefined {
  return firstProblem(incidents, (incident) => {
    const { id, inTime, slow, failed } = incident
    const limits = incidentLimits[id][kindOf(incidents)]
    const all = Math.max(1, inTime + slow + failed)
    if (failed / all > limits.unanswered) {
      const most = percent(limits.unanswered)
      return `${exactly(failed / all)} of the users were not served at all; at most ${most} may be.`
    }
    if ((slow + failed) / all <= limits.late) return undefined
    const share = exactly((slow + failed) / all)
    const most = percent(limits.late)
    return `${share} of the users were not served within ${shop.goodMs} ms; at most ${most} may be.`
  })
}

export function lastsNot({ incidents }: Sheet): string | undefined {
  return firstProblem(incidents, ({ id, recoveryMs }) => {
    const { recoveryMs: most } = incidentLimits[id][kindOf(incidents)]
    if (recoveryMs <= most) return undefined
    const share = percent(shop.goodShare)
    return `For ${seconds(recoveryMs)} less than ${share} were served in time; at most for ${seconds(most)}.`
  })
}

export function quietFleet({ scaleChanges }: Sheet): string | undefined {
  const most = dayLimits.scaleChanges
  if (scaleChanges <= most) return undefined
  return `The fleet was changed ${scaleChanges} times in the day; at most ${most} are promised.`
}

export function fewPages({ pages }: Sheet): string | undefined {
  if (pages <= dayLimits.pages) return undefined
  return `Somebody was paged ${pages} times in the day; at most ${dayLimits.pages} are promised.`
}

/** One incident is one alone: a day has more. */
function kindOf({ length }: readonly IncidentSheet[]): 'alone' | 'day' {
  return length === 1 ? 'alone' : 'day'
}

function firstProblem(
  incidents: readonly IncidentSheet[],
  judge: (incident: IncidentSheet) => string | undefined,
): string | undefined {
  for (const incident of incidents) {
    const problem = judge(incident)
    if (problem !== undefined) return `${incident.title}: ${problem}\n${numbersOf(incident)}`
  }
  return undefined
}

function numbersOf({ inTime, slow, failed, scaleChanges, pages }: IncidentSheet): string {
  const users = `${grouped(inTime)} in time, ${grouped(slow)} too late, ${grouped(failed)} not at all`
  return `  ${users}; ${counted(scaleChanges, 'scale change')}, ${counted(pages, 'page')}`
}

function percent(share: number): string {
  if (Number.isNaN(share)) throw new Error('sentinel-game-day-day-checks.ts: no share')
  return `${Math.round(100 * share)} %`
}

/** Whoever misses a limit by little should see that it was missed. */
function exactly(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`
}
