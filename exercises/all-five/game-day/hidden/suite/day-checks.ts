import { counted, grouped } from '@five-pillars/suite'

import { shop } from '../../day.ts'
import { dayLimits, incidentLimits, UNSETTLED_MAX } from '../../limits.ts'
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

/** Whoever cannot be reached for half a minute is not sent any requests. */
export function leftAlone({ incidents }: Sheet): string | undefined {
  return firstProblem(incidents, ({ unsettled }) => {
    if (unsettled <= UNSETTLED_MAX) return undefined
    const share = `${percent(unsettled)} of the users still got no answer`
    return `Long after the cut ${share}; at most ${percent(UNSETTLED_MAX)} may.`
  })
}

export function servesInTime({ incidents }: Sheet): string | undefined {
  return firstProblem(incidents, (incident) => {
    const { id, inTime, slow, failed } = incident
    const limits = incidentLimits[id][kindOf(incidents)]
    const all = Math.max(1, inTime + slow + failed)
    if (failed / all > limits.unanswered) {
      const most = percent(limits.unanswered)
      return `${percent(failed / all)} of the users were not served at all; at most ${most} may be.`
    }
    if ((slow + failed) / all <= limits.late) return undefined
    const share = percent((slow + failed) / all)
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

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`
}
