import type { IncidentId } from './incidents.ts'

/** What users may feel of an incident. Shares are of all its users. */
interface Limits {
  /** Share that is not served in time: too late, or not at all. */
  readonly late: number
  /** Share that is not served at all. */
  readonly unanswered: number
  /** The longest time in a row in which fewer than three of four are served in time. */
  readonly recoveryMs: number
}

/** A shop that has just opened is smaller than one in the middle of its day. */
interface IncidentLimits {
  readonly alone: Limits
  readonly day: Limits
}

/** Set from data: `hidden/authors/days.json` has what right and wrong shops reach. */
export const incidentLimits: Readonly<Record<IncidentId, IncidentLimits>> = {
  'slow-worker': {
    alone: { late: 0.24, unanswered: 0.15, recoveryMs: 20_000 },
    day: { late: 0.24, unanswered: 0.15, recoveryMs: 20_000 },
  },
  crash: {
    alone: { late: 0.03, unanswered: 0.01, recoveryMs: 5000 },
    day: { late: 0.03, unanswered: 0.01, recoveryMs: 5000 },
  },
  rush: {
    alone: { late: 0.24, unanswered: 0.06, recoveryMs: 20_000 },
    day: { late: 0.22, unanswered: 0.06, recoveryMs: 20_000 },
  },
  partition: {
    alone: { late: 0.3, unanswered: 0.12, recoveryMs: 35_000 },
    day: { late: 0.23, unanswered: 0.12, recoveryMs: 30_000 },
  },
  'blind-peak': {
    alone: { late: 0.24, unanswered: 0.09, recoveryMs: 30_000 },
    day: { late: 0.1, unanswered: 0.03, recoveryMs: 10_000 },
  },
  return: {
    alone: { late: 0.3, unanswered: 0.16, recoveryMs: 40_000 },
    day: { late: 0.26, unanswered: 0.18, recoveryMs: 35_000 },
  },
}

/** Share of users who go unanswered in the settled part of an incident. */
export const UNSETTLED_MAX = 0.05

/** In a whole day. */
export const dayLimits = { pages: 10, scaleChanges: 16 } as const
