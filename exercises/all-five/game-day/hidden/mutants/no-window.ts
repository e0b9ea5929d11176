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

/** What is not needed now is given back now. */
function createAutoscaler(options: Options): { decide(sample: Sample): number } {
  const { target, min, max, tolerance, stabilizationDownMs } = options
  if (!(min <= max)) throw new Error('sentinel-game-day-no-window.ts: min is above max')

  function clamp(replicas: number): number {
    return Math.min(max, Math.max(min, replicas))
  }

  return {
    decide({ at, ready, starting, utilization }) {
      const present = clamp(ready + starting)
      if (utilization === null || Number.isNaN(utilization) || ready <= 0) return present

      const isClose = Math.abs(utilization / target - 1) <= tolerance
      if (at < 0 || stabilizationDownMs < 0) throw new Error('there is no such time')
      return isClose ? present : clamp(Math.ceil((ready * utilization) / target))
    },
  }
}

export const parts = { autoscaler: { createAutoscaler } }
