import type { Emitted } from '@five-pillars/simulator'

import { fleet, neededAt } from './fleet.ts'
import type { FleetWorld } from './fleet.ts'
import { blindHour, hour } from './fleets.ts'
import type { RuleId } from './rules.ts'
import { medianOf } from './sensors.ts'

const SEEDS = 9
/** One point of a line for each reading. */
const POINT_MS = 15_000

const CHANGES: ReadonlySet<string> = new Set(['grows', 'shrinks'])

const drawn = ['forgetful', 'counting', 'patient'] as const satisfies readonly RuleId[]
type Drawn = (typeof drawn)[number]

interface Hour {
  /** Median number of times that the size of the fleet was changed. */
  changes: number
  /** Median of the largest fleet. */
  peak: number
  /** Replicas that there are or that start, at each reading, in the run with the median peak. */
  replicas: number[]
}

export interface Hours {
  seeds: number
  pointS: number
  /** What the load takes, at each reading. */
  needed: number[]
  neededAtMost: number
  rules: Record<Drawn, Hour>
  /** Median minutes of the blind hour in which there was more work than replicas could do. */
  blindOverloadedMinutes: Record<'zeroWhenBlind' | 'patient', number>
}

/** What three rules do in the same hour, and what two do in one without metrics. */
export function measureHours(): Hours {
  const needed = points().map((ms) => neededAt(ms, hour))
  return {
    seeds: SEEDS,
    pointS: POINT_MS / 1000,
    needed,
    neededAtMost: Math.max(...needed),
    rules: {
      forgetful: hourOf('forgetful'),
      counting: hourOf('counting'),
      patient: hourOf('patient'),
    },
    blindOverloadedMinutes: {
      zeroWhenBlind: overloadedMinutes('zeroWhenBlind'),
      patient: overloadedMinutes('patient'),
    },
  }
}

function hourOf(rule: Drawn): Hour {
  const runs = seeds().map((seed) => {
    const changes = emittedIn(rule, hour, seed).filter(({ event }) => CHANGES.has(event))
    return { changes, peak: Math.max(...changes.map(({ data }) => Number(data))) }
  })
  const byPeak = runs.toSorted((one, other) => one.peak - other.peak)
  const middle = byPeak[Math.floor(SEEDS / 2)]
  return {
    changes: medianOf(runs.map(({ changes }) => changes.length)),
    peak: medianOf(runs.map(({ peak }) => peak)),
    replicas: points().map((ms) => {
      return Number(middle?.changes.findLast(({ at }) => at <= ms)?.data ?? hour.replicas)
    }),
  }
}

function overloadedMinutes(rule: RuleId): number {
  return medianOf(
    seeds().map((seed) => {
      const emitted = emittedIn(rule, blindHour, seed).filter(({ event }) => event === 'ready')
      const [blindFrom] = blindHour.blindMs ?? [0]
      // The beginning of the rush overloads every fleet: what comes after the blindness counts.
      const samples = points().filter((ms) => ms >= blindFrom)
      const overloaded = samples.filter((ms) => {
        return Number(emitted.findLast(({ at }) => at <= ms)?.data) < blindHour.loadAt(ms)
      })
      return (overloaded.length * POINT_MS) / 60_000
    }),
  )
}

function emittedIn(rule: RuleId, world: FleetWorld, seed: number): readonly Emitted[] {
  return fleet(rule, world).run({ seed, strict: false }).emitted
}

function seeds(): number[] {
  return Array.from({ length: SEEDS }, (_, index) => index + 1)
}

function points(): number[] {
  return Array.from({ length: hour.runMs / POINT_MS }, (_, index) => index * POINT_MS)
}
