import fc from 'fast-check'

import type { Options, Sample } from '../../src/autoscaler.ts'

/** What one autoscaler is made of and asked. */
export interface Conversation {
  readonly options: Options
  readonly samples: readonly Sample[]
}

/** A sample before its fleet and its unit are known. */
interface Step {
  /** Which of the gaps of `gapsOf` lies before it. */
  readonly gap: number
  readonly ready: number
  readonly starting: number
  /** Utilization as a share of the target; null and NaN as themselves. */
  readonly ratio: number | null
}

const STEPS_MAX = 16
const READY_MAX = 24
const GAPS = 10

const options: fc.Arbitrary<Options> = fc
  .record({
    target: fc.constantFrom(0.5, 0.6, 60, 1, 0.7, 250, 64),
    min: fc.constantFrom(1, 2, 3),
    room: fc.constantFrom(9, 19, 0, 3, 997),
    tolerance: fc.constantFrom(0.1, 0, 0.2, 0.05, 0.5),
    stabilizationDownMs: fc.constantFrom(300_000, 60_000, 90_000, 300_000, 0),
  })
  .map(({ room, ...rest }) => ({ ...rest, max: rest.min + room }))

const ratio = fc.oneof(
  fc.constantFrom(1, 2, 0.5, 1.5, 0.25, 0, 1.25, 1.05, 0.95, 0.85, 1.15, 4, 0.01),
  fc.integer({ min: 0, max: 24 }).map((eighths) => eighths / 8),
)
const ready = fc.integer({ min: 1, max: READY_MAX })
const starting = fc.constantFrom(0, 0, 0, 1, 2, 5)
const gap = fc.nat({ max: GAPS - 1 })

const sighted = fc.record<Step>({ gap, ready, starting, ratio })
const blind = fc.oneof(
  fc.record<Step>({ gap, ready, starting, ratio: fc.constantFrom(null, NaN) }),
  fc.record<Step>({
    gap,
    ready: fc.constant(0),
    starting,
    ratio: fc.oneof(ratio, fc.constantFrom(null, NaN)),
  }),
)

/** Conversations in which everything is seen. */
export const sightedConversations = conversationsOf(sighted)

/** Conversations in which a moment in three is blind. */
export const cloudedConversations = conversationsOf(
  fc.oneof({ weight: 2, arbitrary: sighted }, { weight: 1, arbitrary: blind }),
)

function conversationsOf(step: fc.Arbitrary<Step>): fc.Arbitrary<Conversation> {
  return fc
    .record({
      options,
      startAt: fc.constantFrom(0, 7, 1_700_000_000_000),
      // Half of the fleets stay as they are, so that it is the window that decides.
      fleet: fc.oneof(fc.record({ ready, starting }), fc.constant(null)),
      steps: fc.array(step, { minLength: 1, maxLength: STEPS_MAX, size: 'max' }),
    })
    .map(({ options: made, startAt, fleet, steps }) => {
      if (steps.length === 0) throw new Error('sentinel-autoscaler-samples.ts: nothing to say')
      const gaps = gapsOf(made.stabilizationDownMs)
      let at = startAt
      const samples = steps.map((each, index) => {
        if (index > 0) at += gaps[each.gap] ?? 1
        return sampleOf(fleet !== null && each.ready > 0 ? { ...each, ...fleet } : each, at, made)
      })
      return { options: made, samples }
    })
}

/** Gaps that end just before, at and just after the end of a window, and some ordinary ones. */
function gapsOf(windowMs: number): readonly number[] {
  const inside = [15_000, 60_000, 1, 15_000, windowMs / 10, windowMs / 2]
  const around = [windowMs - 1, windowMs, windowMs + 1, 2 * windowMs]
  return [...inside, ...around].map((ms) => Math.max(1, ms))
}

function sampleOf(step: Step, at: number, { target }: Options): Sample {
  const utilization = step.ratio === null ? null : Number((target * step.ratio).toPrecision(6))
  return { at, ready: step.ready, starting: step.starting, utilization }
}
