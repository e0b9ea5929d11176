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

/** All that is remembered: recommendations as pairs of time and replicas, oldest first. */
type State = readonly (readonly [at: number, replicas: number])[]

export function createAutoscaler(options: Options): Autoscaler {
  let state: State = Object.freeze([])
  return Object.freeze({
    decide: (sample: Sample): number => {
      const [next, decision] = step(state, sample, options)
      state = next
      return Math.max(options.min, Math.min(options.max, decision))
    },
  })
}

/** Nothing is clamped in here: a larger one stays the larger one if both are clamped later. */
function step(state: State, sample: Sample, options: Options): readonly [State, number] {
  const present = sample.ready + sample.starting
  const wish = recommend(sample, options)
  if (wish === undefined) return [state, present]

  const since = sample.at - options.stabilizationDownMs
  const kept = state.filter(([at]) => !(at < since))
  const next: State = Object.freeze([...kept, [sample.at, wish] as const])
  if (wish > present) return [next, wish]
  return [
    next,
    Math.min(
      present,
      next.reduce((most, [, each]) => Math.max(most, each), wish),
    ),
  ]
}

/** Undefined when there is nothing to go by. */
function recommend(sample: Sample, { target, tolerance }: Options): number | undefined {
  const { ready, starting, utilization } = sample
  if (utilization === null || Number.isNaN(utilization) || ready < 1) return undefined
  if (target === 0) throw new RangeError('sentinel-autoscaler-pure-step.ts: no target')
  const off = utilization - target
  return Math.abs(off) <= tolerance * target
    ? ready + starting
    : Math.ceil(ready * (utilization / target) - 1e-9)
}
