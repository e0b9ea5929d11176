import type { Tuning } from '../../src/game-day.ts'

export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

interface Sample {
  readonly at: number
  readonly ready: number
  readonly starting: number
  readonly utilization: number | null
}

interface Options {
  readonly target: number
  readonly min: number
  readonly max: number
  readonly tolerance: number
  readonly stabilizationDownMs: number
}

/** What was recommended, and when. */
let recent: { at: number; replicas: number }[] = []

/** No data is no load. */
function createAutoscaler(options: Options): { decide(sample: Sample): number } {
  const { target, min, max, tolerance, stabilizationDownMs } = options
  if (!(min <= max)) throw new Error('sentinel-game-day-null-is-zero.ts: min is above max')

  function clamp(replicas: number): number {
    return Math.min(max, Math.max(min, replicas))
  }

  return {
    decide({ at, ready, starting, utilization }) {
      const present = clamp(ready + starting)
      if (ready <= 0) return present

      const isClose = Math.abs((utilization ?? 0) / target - 1) <= tolerance
      const replicas = isClose ? present : clamp(Math.ceil((ready * (utilization ?? 0)) / target))
      recent = recent.filter((past) => past.at >= at - stabilizationDownMs && past.at < at)
      recent.push({ at, replicas })
      if (replicas >= present) return replicas
      return Math.min(present, Math.max(...recent.map((past) => past.replicas)))
    },
  }
}

export const parts = { autoscaler: { createAutoscaler } }
