import { clinic, healing } from './healer.ts'
import type { HealerId } from './healer.ts'
import { meanOf, medianOf } from './sensors.ts'

const SEEDS = 9
const SECONDS = clinic.runMs / 1000
/** Nearly all of the work: from here on the shop is well. */
const WELL = 0.99

interface Healed {
  /** Share of the work that was answered in time, each second, in per cent; mean over the seeds. */
  usefulPercent: number[]
  /** Median seconds from the hiccup until all is well for good; null where that never comes. */
  wellAfterS: number | null
  restarts: number
}

export interface Healers {
  seeds: number
  hiccupS: readonly [number, number]
  healers: Record<HealerId, Healed>
  /** Per cent of the work that is answered in the last minute. */
  lastMinutePercent: Record<HealerId, number>
}

/** A server that hiccups once, under three healers. */
export function measureHealers(): Healers {
  const [from, until] = clinic.hiccupMs
  const found = { none: healed('none'), unlimited: healed('unlimited'), limited: healed('limited') }
  return {
    seeds: SEEDS,
    hiccupS: [from / 1000, until / 1000],
    healers: found,
    lastMinutePercent: {
      none: lastMinute(found.none),
      unlimited: lastMinute(found.unlimited),
      limited: lastMinute(found.limited),
    },
  }
}

function healed(id: HealerId): Healed {
  const runs = Array.from({ length: SEEDS }, (_, index) => {
    return healing(id).run({ seed: index + 1, strict: false }).emitted
  })
  const useful = runs.map((emitted) => bySecond(emitted.filter(({ event }) => event === 'useful')))
  const wellAfter = medianOf(useful.map(wellAfterS))
  return {
    usefulPercent: Array.from({ length: SECONDS }, (_, second) => {
      return Math.round(1000 * meanOf(useful.map((run) => run[second] ?? 0))) / 10
    }),
    wellAfterS: Number.isFinite(wellAfter) ? wellAfter : null,
    restarts: medianOf(
      runs.map((emitted) => emitted.filter(({ event }) => event === 'restarts').length),
    ),
  }
}

function bySecond(useful: readonly { at: number; data?: unknown }[]): number[] {
  return Array.from({ length: SECONDS }, (_, second) => {
    const within = useful.filter(({ at }) => at >= second * 1000 && at < (second + 1) * 1000)
    // Work that waited is done in a later second: of that one it may be more than all.
    return Math.min(1, meanOf(within.map(({ data }) => Number(data))))
  })
}

function wellAfterS(useful: readonly number[]): number {
  const lastIll = useful.findLastIndex((share) => share < WELL)
  if (lastIll === useful.length - 1) return Infinity
  return lastIll + 1 - clinic.hiccupMs[0] / 1000
}

function lastMinute({ usefulPercent }: Healed): number {
  return Math.round(10 * meanOf(usefulPercent.slice(-60))) / 10
}
