import { simulate } from '@five-pillars/simulator'
import type { Definition, Scenario } from '@five-pillars/simulator'

import { AUTOSCALER, Controller, Fleet, FLEET } from './machines.ts'
import type { FleetMessage, FleetSettings } from './machines.ts'
import type * as starter from './src/autoscaler.ts'
import type { Options } from './src/autoscaler.ts'
import { demandOf } from './traffic.ts'
import type { Traffic } from './traffic.ts'

/** What a submission exports. */
export type Subject = Pick<typeof starter, 'createAutoscaler'>

export interface FleetWorld {
  readonly options: Options
  readonly fleet: FleetSettings
  readonly traffic: Traffic
  readonly runMs: number
  readonly hopMs: number
}

const MINUTE_MS = 60_000

const day = {
  options: {
    target: 0.6,
    min: 2,
    max: 60,
    tolerance: 0.1,
    stabilizationDownMs: 5 * MINUTE_MS,
  },
  runMs: 60 * MINUTE_MS,
  hopMs: 5,
} as const

const fleet = { samplingMs: 15_000, bootMs: [50_000, 70_000], noise: 0.02 } as const

/** Four times the load for twenty minutes, and then a quiet evening. */
export const rushHour = {
  ...day,
  fleet: { ...fleet, replicas: 5 },
  traffic: {
    kind: 'steps',
    steps: [
      { fromMs: 0, load: 3 },
      { fromMs: 10 * MINUTE_MS, load: 12 },
      { fromMs: 30 * MINUTE_MS, load: 1 },
    ],
  },
} as const satisfies FleetWorld

/** The rush hour again, but for ten minutes of it nobody knows how busy the replicas are. */
export const blindRushHour = {
  ...rushHour,
  traffic: { ...rushHour.traffic, blindMs: [15 * MINUTE_MS, 25 * MINUTE_MS] },
} as const satisfies FleetWorld

/** A gentle wave, hardly higher than the tolerance. */
export const sineWave = {
  ...day,
  fleet: { ...fleet, replicas: 10 },
  traffic: { kind: 'wave', shape: 'sine', mean: 6, amplitude: 0.15, periodMs: 8 * MINUTE_MS },
} as const satisfies FleetWorld

/** Load that grows for a while and falls at once, again and again. */
export const sawTooth = {
  ...day,
  fleet: { ...fleet, replicas: 10 },
  traffic: { kind: 'wave', shape: 'saw-tooth', mean: 6, amplitude: 0.3, periodMs: 6 * MINUTE_MS },
} as const satisfies FleetWorld

/** A world to watch: one millisecond stands for a second, and metrics are missing for a while. */
const smallWorld: FleetWorld = {
  options: { target: 0.6, min: 2, max: 12, tolerance: 0.1, stabilizationDownMs: 300 },
  fleet: { samplingMs: 30, bootMs: [50, 70], noise: 0.05, replicas: 2 },
  traffic: {
    kind: 'steps',
    steps: [
      { fromMs: 0, load: 1.2 },
      { fromMs: 150, load: 4.8 },
      { fromMs: 900, load: 1.2 },
    ],
    blindMs: [350, 750],
  },
  runMs: 1600,
  hopMs: 5,
}

/** A small fleet that meets four times its load, goes blind for a while, and calms down again. */
export function scenario(subject: Subject): Scenario<FleetMessage> {
  return simulate(fleetWorld(subject, smallWorld))
}

/** A fleet under traffic, which an autoscaler of the subject sizes, in virtual time. */
export function fleetWorld(subject: Subject, world: FleetWorld): Definition<FleetMessage> {
  const { options, fleet: settings, traffic, runMs, hopMs } = world
  return {
    name: 'autoscaler',
    nodes: [AUTOSCALER, FLEET],
    make: (env) =>
      env.id === AUTOSCALER
        ? new Controller(env, subject.createAutoscaler({ ...options }), options)
        : new Fleet(env, settings, demandOf(traffic, env.rng)),
    profile: { latencyMs: hopMs },
    faults: [],
    runMs,
    label: labelOf,
    show: { gauges: ['ready', 'starting'] },
  }
}

/** A message in a few words: `4 ready, 2 starting, 90 % busy`. */
function labelOf(msg: FleetMessage): string {
  if (msg.t === 'order') return `${msg.replicas} replicas`
  const { ready, starting, utilization } = msg
  const booting = starting === 0 ? '' : `${starting} starting, `
  const busy = utilization === null ? 'no metrics' : `${Math.round(100 * utilization)} % busy`
  return `${ready} ready, ${booting}${busy}`
}
