import type { NodeId } from '@five-pillars/simulator'

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

/** Workers that are down. */
const ejected = new Set<NodeId>()

function onHealth(id: NodeId, isUp: boolean): void {
  if (isUp) ejected.delete(id)
  else if (id.startsWith('w')) ejected.add(id)
}

/** Whoever is ejected is still paid for, and counted as if it worked. */
function createAutoscaler(options: Options): { decide(sample: Sample): number } {
  const { target, min, max, tolerance, stabilizationDownMs } = options
  if (!(min <= max)) throw new Error('sentinel-game-day-ejected-is-capacity.ts: min is above max')

  function clamp(replicas: number): number {
    return Math.min(max, Math.max(min, replicas))
  }

  return {
    decide({ at, ready, starting, utilization }) {
      const present = clamp(ready + starting + ejected.size)
      if (utilization === null || Number.isNaN(utilization) || ready <= 0)
        return clamp(ready + starting)

      const isClose = Math.abs(utilization / target - 1) <= tolerance
      const replicas = isClose ? present : clamp(Math.ceil((ready * utilization) / target))
      recent = recent.filter((past) => past.at >= at - stabilizationDownMs && past.at < at)
      recent.push({ at, replicas })
      const wanted = Math.max(replicas, ...recent.map((past) => past.replicas))
      return clamp((replicas >= present ? replicas : Math.min(present, wanted)) - ejected.size)
    },
  }
}

export const parts = { autoscaler: { createAutoscaler, onHealth } }
