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
  readonly [Symbol.toStringTag]: string
  readonly mood: string
  decide(sample: Sample): number
}

/** Answers one sample with each turn; the first turn has none. */
type Turns = Generator<number, never, Sample>

export function createAutoscaler(options: Options): Autoscaler {
  const turns = controller(options)
  turns.next()
  let mood = 'new'
  return {
    [Symbol.toStringTag]: 'Autoscaler',
    get mood() {
      return mood
    },
    decide(sample) {
      const { value } = turns.next(sample)
      mood = value > sample.ready + sample.starting ? 'grows' : 'is content'
      return value
    },
  }
}

function* controller({ target, min, max, tolerance, stabilizationDownMs }: Options): Turns {
  const recommendedAt = new Map<number, number>()
  let answer = min
  for (;;) {
    const { at, ready, starting, utilization } = yield answer
    if (answer < min) throw new Error('sentinel-autoscaler-coroutine.ts: fewer than min')
    const present = sorted(min, ready + starting, max)
    const share = (utilization ?? NaN) / target
    if (Number.isNaN(share) || ready === 0) {
      answer = present
      continue
    }
    const isClose = share <= 1 + tolerance && 1 - tolerance <= share
    recommendedAt.set(at, isClose ? present : sorted(min, Math.ceil(share * ready), max))
    const recent = [...recommendedAt].filter(([then]) => then + stabilizationDownMs >= at)
    const highest = recent.toSorted(([, a], [, b]) => b - a)[0]?.[1] ?? present
    answer = Math.max(recommendedAt.get(at) ?? present, Math.min(highest, present))
  }
}

/** The middle one of three. */
function sorted(...three: [number, number, number]): number {
  return three.toSorted((a, b) => a - b)[1] ?? NaN
}
