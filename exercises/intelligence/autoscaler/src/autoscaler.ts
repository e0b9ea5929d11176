/** What the fleet looks like at one moment. */
export interface Sample {
  /** When it was taken, in milliseconds; later in each sample than in the one before. */
  readonly at: number
  /** How many replicas do work: the utilization is their average. */
  readonly ready: number
  /** How many replicas were ordered and still boot: they do no work yet. */
  readonly starting: number
  /** How busy the ready replicas are, in the unit of the target; null when nobody knows. */
  readonly utilization: number | null
}

export interface Options {
  /** The utilization to aim at, in any unit: 0.6, 60 (per cent), 250 (requests per second). */
  readonly target: number
  /** The fewest replicas that may ever be asked for; 1 or more. */
  readonly min: number
  /** The most replicas that may ever be asked for; min or more. */
  readonly max: number
  /** How far utilization / target may be from 1 before anything changes: 0.1 is 10 %. */
  readonly tolerance: number
  /** How far back the highest recommendation still keeps the fleet from shrinking, in milliseconds. */
  readonly stabilizationDownMs: number
}

export interface Autoscaler {
  /** How many replicas there shall be from now on, ready and starting ones together. */
  decide(sample: Sample): number
}

// TODO: part 1 grows the fleet, part 2 keeps still when it cannot see, part 3 shrinks it slowly.
export function createAutoscaler(_options: Options): Autoscaler {
  throw new Error('createAutoscaler is not written yet: start at part 1 in src/autoscaler.ts')
}
