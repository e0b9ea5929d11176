import { createRng, runAsync, simulate } from '@five-pillars/simulator'
import type { Fault, Report } from '@five-pillars/simulator'

import { INCIDENT_MS, incidents } from './incidents.ts'
import type { Incident } from './incidents.ts'
import { machinesOf, shopWorld } from './shop/shop.ts'
import type { ShopSettings, Subject } from './shop/shop.ts'
import type { Demand } from './shop/gateway.ts'

/** The shop of the day. Times are milliseconds. */
export const shop = {
  machines: 15,
  shards: 3,
  workMs: 120,
  diskMs: 35,
  hopMs: 2,
  goodMs: 300,
  giveUpMs: 650,
  samplingMs: 5000,
  bootMs: [3000, 5000],
  adds: 0.25,
  visitors: 80,
  goodShare: 0.75,
  scaler: { target: 0.65, tolerance: 0.1, stabilizationDownMs: 50_000 },
  checker: { intervalMs: 3000, timeoutMs: 500, rise: 4, fall: 2 },
  reportMs: 3000,
} as const satisfies ShopSettings

/** The usual load, in requests a millisecond. */
const USUAL_LOAD = 0.0055

/** The first incident may begin to hurt before the shop is warm: it has so long to open. */
const OPENING_MS = { shortest: 12_000, longest: 20_000 } as const

export interface DayOptions {
  readonly seed: number
  /** The incidents of the day, in their order; default all of them. */
  readonly day?: readonly Incident[]
  /** Keeps the whole trace. */
  readonly full?: boolean
}

/** Runs a day from its first request to its last. */
export function playDay(
  subject: Subject,
  { seed, day = incidents, full = false }: DayOptions,
): Promise<Report> {
  const world = simulate({
    ...shopWorld(subject, shop, demandOf(day)),
    faults: [],
    runMs: day.length * INCIDENT_MS,
  })
  // What is sent here is never changed: the shop is ours.
  return runAsync(world, { seed, plan: planOf(day, seed), full, strict: false })
}

/** What is asked of the shop at each moment of the day. */
function demandOf(day: readonly Incident[]): (ms: number) => Demand {
  return (ms) => {
    const { load, blindMs }: Pick<Incident, 'load' | 'blindMs'> = incidentAt(day, ms)
    const since = ms % INCIDENT_MS
    const factor = load.findLast(({ fromMs }) => fromMs <= since)?.load ?? 1
    const isMeasured = blindMs === undefined || since < blindMs[0] || since >= blindMs[1]
    return { requestsPerMs: factor * USUAL_LOAD, isMeasured }
  }
}

function incidentAt(day: readonly Incident[], ms: number): Pick<Incident, 'load' | 'blindMs'> {
  return day[Math.floor(ms / INCIDENT_MS)] ?? { load: [] }
}

/** The faults of a day, at their times of the day. */
function planOf(day: readonly Incident[], seed: number): Fault[] {
  const rng = createRng(seed)
  const machines = machinesOf(shop)
  const { shortest, longest } = OPENING_MS
  return day.flatMap((incident, nth) => {
    const at = shortest + rng.int(longest - shortest)
    const faults = incident.faults({ at, replica: rng.pick(machines.replicas), ...machines })
    return faults.map((fault) => {
      return 'at' in fault ? { ...fault, at: nth * INCIDENT_MS + fault.at } : fault
    })
  })
}
