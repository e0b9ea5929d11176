import { incidentLimits } from './limits.ts'
import type { IncidentSheet, Sheet } from './sheet.ts'

/** A day's points, and where they come from. */
export interface Score {
  /** 0 to 100. While a line is lost, nothing else counts. */
  readonly total: number
  /** What it would be without the lost lines. */
  readonly earned: number
  readonly inTime: number
  readonly recovery: number
  readonly scaling: number
  readonly pages: number
  /** What the parts cost that the reference stands in for. */
  readonly replaced: number
}

const POINTS = { inTime: 60, recovery: 20, scaling: 10, pages: 10 } as const

/** A share served in time below this one earns nothing. */
const SHARE_MIN = 0.5

/** So many changes of the fleet are needed on such a day; each more costs half a point. */
const CHANGES_FREE = 8
const CHANGE_COST = 0.5
const PAGE_COST = 0.5
const REPLACED_COST = 5

/**
 * Scores a day.
 *
 * @param replaced how many of the five parts the reference stood in for
 */
export function scoreOf(
  { incidents, lost, pages, scaleChanges, stopped }: Sheet,
  replaced = 0,
): Score {
  const mean = (of: (incident: IncidentSheet) => number): number => {
    return incidents.reduce((sum, incident) => sum + clamp(of(incident)), 0) / incidents.length
  }
  const whole = stopped === null ? 1 : 0
  const parts = {
    inTime: POINTS.inTime * mean((incident) => (shareOf(incident) - SHARE_MIN) / (1 - SHARE_MIN)),
    recovery: POINTS.recovery * mean((incident) => recoveryOf(incident)),
    scaling:
      whole * Math.max(0, POINTS.scaling - CHANGE_COST * Math.max(0, scaleChanges - CHANGES_FREE)),
    pages: whole * Math.max(0, POINTS.pages - PAGE_COST * pages),
    replaced: -REPLACED_COST * replaced,
  }
  const sum = Object.values(parts).reduce((total, points) => total + points, 0)
  const earned = Math.max(0, Math.round(sum))
  return { total: lost > 0 ? 0 : earned, earned, ...parts }
}

function shareOf({ inTime, slow, failed }: IncidentSheet): number {
  return inTime / Math.max(1, inTime + slow + failed)
}

/** All for none that was felt, nothing for one at twice the limit; nobody there earns nothing. */
function recoveryOf({ id, inTime, recoveryMs }: IncidentSheet): number {
  return inTime === 0 ? 0 : 1 - recoveryMs / (2 * incidentLimits[id].day.recoveryMs)
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
