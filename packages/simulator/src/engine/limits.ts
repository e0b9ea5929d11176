/** What ends a run that would not end, or would end in a memory error. */
export interface Limits {
  /** Events of one run. */
  readonly eventsMax: number
  /** Messages on their way at one time. */
  readonly inFlightMax: number
  /** Calls of `env` in one step of one node. */
  readonly callsMax: number
}

export const defaultLimits: Limits = {
  eventsMax: 200_000,
  inFlightMax: 20_000,
  callsMax: 10_000,
}
