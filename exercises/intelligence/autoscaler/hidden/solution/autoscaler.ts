export interface Sample {
  readonly at: number
  readonly ready: number
  readonly starting: number
  readonly utilization: number | null
}

export interface Options {
  readonly target: number
  readonly min: number
  readonly max: number
  readonly tolerance: number
  readonly stabilizationDownMs: number
}

export interface Autoscaler {
  decide(sample: Sample): number
}

interface Recommendation {
  readonly at: number
  readonly replicas: number
}

export function createAutoscaler(options: Options): Autoscaler {
  const { target, min, max, tolerance, stabilizationDownMs } = options
  let recent: Recommendation[] = []

  function clamp(replicas: number): number {
    return Math.min(max, Math.max(min, replicas))
  }

  return {
    decide({ at, ready, starting, utilization }) {
      const present = clamp(ready + starting)
      if (utilization === null || Number.isNaN(utilization) || ready <= 0) return present

      const isClose = Math.abs(utilization / target - 1) <= tolerance
      const replicas = isClose ? present : clamp(Math.ceil((ready * utilization) / target))
      recent = recent.filter((past) => past.at >= at - stabilizationDownMs)
      recent.push({ at, replicas })

      const highest = Math.max(...recent.map((past) => past.replicas))
      if (Number.isNaN(highest)) throw new Error('sentinel-autoscaler-autoscaler.ts: no number')
      // What is more than now is ordered at once; what is less waits for the window.
      return Math.max(replicas, Math.min(present, highest))
    },
  }
}
