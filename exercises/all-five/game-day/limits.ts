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
    alone: { late: 0.23, unanswered: 0.17, recoveryMs: 30_000 },
    day: { late: 0.23, unanswered: 0.17, recoveryMs: 30_000 },
  },
  crash: {
    alone: { late: 0.02, unanswered: 0.01, recoveryMs: 5000 },
    day: { late: 0.03, unanswered: 0.01, recoveryMs: 5000 },
  },
  rush: {
    alone: { late: 0.2, unanswered: 0.08, recoveryMs: 15_000 },
    day: { late: 0.22, unanswered: 0.06, recoveryMs: 20_000 },
  },
  partition: {
    alone: { late: 0.34, unanswered: 0.16, recoveryMs: 35_000 },
    day: { late: 0.28, unanswered: 0.13, recoveryMs: 35_000 },
  },
  'blind-peak': {
    alone: { late: 0.24, unanswered: 0.08, recoveryMs: 20_000 },
    day: { late: 0.11, unanswered: 0.02, recoveryMs: 15_000 },
  },
  return: {
    alone: { late: 0.4, unanswered: 0.2, recoveryMs: 50_000 },
    day: { late: 0.27, unanswered: 0.18, recoveryMs: 35_000 },
  },
}

/**
 * Shares of the users when an incident should have been over for them. Of ten thousand returns one
 * leaves 6.7 % of them unanswered in a right shop, all others 0.6 % at most.
 */
export const settledLimits: Readonly<
  Partial<Record<IncidentId, { readonly late: number; readonly unanswered: number }>>
> = {
  partition: { late: 0.21, unanswered: 0.05 },
  return: { late: 0.45, unanswered: 0.09 },
}

/** In a whole day. */
export const dayLimits = { pages: 11, scaleChanges: 18 } as const
