import type { Trace } from '@five-pillars/simulator'

/** One slot of a recorded game day. */
export interface Slot {
  /** Where it ends, in seconds of the day. */
  readonly second: number
  /** Share of its users who were served in time, in per cent. */
  readonly inTime: number
  readonly workers: number
}

const MS = 1000

/** What a day looks like from its users' side: a recording of `five-pillars game-day --record`. */
export function slotsOf(recording: Trace): Slot[] {
  const workers = new Map(gauge(recording, 'workers'))
  return gauge(recording, 'in time, %').map(([second, inTime]) => ({
    second,
    inTime,
    workers: workers.get(second) ?? 0,
  }))
}

function gauge({ events }: Trace, name: string): [second: number, value: number][] {
  return events.flatMap((each) =>
    each.kind === 'emit' && each.event === name ? [[each.at / MS, Number(each.data)]] : [],
  )
}
