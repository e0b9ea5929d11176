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

/** One recommendation, and those before it. */
interface Link {
  readonly at: number
  readonly replicas: number
  readonly before: Link | null
}

export function createAutoscaler(o: Options): Autoscaler {
  if (Number.isNaN(o.target)) throw new Error('sentinel-autoscaler-trial.ts: NaN is no target')
  let newest: Link | null = null

  return {
    decide: (s) => {
      let present = s.ready + s.starting
      while (present > o.max) present = o.max
      while (present < o.min) present = o.min

      const isBlind = s.ready < 1 || s.utilization === null || Number.isNaN(s.utilization)
      if (isBlind) return present

      const utilization = s.utilization ?? 0
      const low = o.target - o.target * o.tolerance
      const high = o.target + o.target * o.tolerance
      const isNear = utilization >= low && utilization <= high
      const replicas = isNear ? present : trial(s.ready * utilization, o)
      newest = { at: s.at, replicas, before: newest }

      // A link that is too old ends the list for all that come after it.
      let highest = 0
      for (let link: Link | null = newest; link !== null; link = link.before) {
        if (s.at - link.at > o.stabilizationDownMs) break
        if (link.replicas > highest) highest = link.replicas
      }
      if (replicas >= present) return replicas
      return highest < present ? highest : present
    },
  }
}

/** The first number of replicas that keeps each of them at the target. */
function trial(load: number, { min, max, target }: Options): number {
  for (let replicas = min; replicas < max; replicas++) {
    if (load / replicas <= target + 1e-9) return replicas
  }
  return max
}
