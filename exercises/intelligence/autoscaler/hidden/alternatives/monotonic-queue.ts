export type Sample = {
  readonly at: number
  readonly ready: number
  readonly starting: number
  readonly utilization: number | null
}
export type Options = {
  readonly target: number
  readonly min: number
  readonly max: number
  readonly tolerance: number
  readonly stabilizationDownMs: number
}
export type Autoscaler = { decide(sample: Sample): number }

/** Whoever is lower and older than another can never be the highest again: it is dropped at once. */
class FallingQueue {
  readonly #reach: number
  readonly #entries: { at: number; replicas: number }[] = []

  constructor(reach: number) {
    this.#reach = reach
  }

  add(at: number, replicas: number): void {
    while (this.#entries.length > 0 && (this.#entries.at(-1)?.replicas ?? 0) <= replicas) {
      this.#entries.pop()
    }
    this.#entries.push({ at, replicas })
    while (at - (this.#entries[0]?.at ?? at) > this.#reach) this.#entries.shift()
  }

  get highest(): number {
    const [first] = this.#entries
    if (first === undefined) throw new Error('sentinel-autoscaler-monotonic-queue.ts: empty')
    return first.replicas
  }
}

class Scaler {
  readonly options: Options
  readonly queue: FallingQueue

  constructor(options: Options) {
    this.options = options
    this.queue = new FallingQueue(options.stabilizationDownMs)
  }

  decide(sample: Sample): number {
    const present = this.within(sample.ready + sample.starting)
    if (!this.sees(sample)) return present
    const wanted = this.wanted(sample, present)
    this.queue.add(sample.at, wanted)
    return wanted > present ? wanted : Math.min(present, this.queue.highest)
  }

  sees({ ready, utilization }: Sample): boolean {
    return ready > 0 && typeof utilization === 'number' && !Number.isNaN(utilization)
  }

  wanted({ ready, utilization }: Sample, present: number): number {
    const ratio = Number(utilization) / this.options.target
    const { tolerance } = this.options
    if (ratio >= 1 - tolerance && ratio <= 1 + tolerance) return present
    return this.within(Math.ceil(ready * ratio))
  }

  within(replicas: number): number {
    if (replicas < this.options.min) return this.options.min
    return replicas > this.options.max ? this.options.max : replicas
  }
}

export const createAutoscaler = (options: Options): Autoscaler => new Scaler(options)
