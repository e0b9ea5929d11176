import { BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'
import { simulate } from '@five-pillars/simulator'
import type { Emitted } from '@five-pillars/simulator'

import { fleetWorld } from '../../scenario.ts'
import type { FleetWorld, Subject } from '../../scenario.ts'

/** An order that changed the fleet. */
export interface Change {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface FleetRun {
  readonly changes: readonly Change[]
  /** How many were ready from which moment on. */
  readonly ready: readonly { readonly at: number; readonly replicas: number }[]
  /** The most replicas there ever were, ready or starting. */
  readonly largest: number
}

/** Runs a fleet once. */
export function runFleet(subject: Subject, world: FleetWorld, seed: number): FleetRun {
  const watched = watch(subject)
  const { findings, emitted } = simulate(fleetWorld(watched, world)).run({ seed, strict: false })
  const { thrown } = watched
  if (thrown !== undefined) {
    throw new SubjectThrew(`${thrownText(thrown.cause)}, in a simulated fleet`, thrown)
  }
  for (const { text } of findings) throw new BrokenPromise(`In a simulated fleet: ${text}.`)
  const changes = changesOf(emitted, world.fleet.replicas)
  const ready = seriesOf(emitted, 'ready').map(({ at, value }) => ({ at, replicas: value }))
  return { changes, ready, largest: Math.max(world.fleet.replicas, ...changes.map(({ to }) => to)) }
}

/** A simulation reports what is thrown as text: what the submission threw is kept beside it. */
function watch(subject: Subject): Subject & { thrown?: { cause: unknown } } {
  const watched: ReturnType<typeof watch> = {
    createAutoscaler: (options) =>
      kept(() => {
        const autoscaler = subject.createAutoscaler(options)
        return { decide: (sample) => kept(() => autoscaler.decide(sample)) }
      }),
  }

  function kept<T>(act: () => T): T {
    try {
      return act()
    } catch (cause) {
      watched.thrown ??= { cause }
      throw cause
    }
  }
  return watched
}

function changesOf(emitted: readonly Emitted[], replicas: number): Change[] {
  const orders = seriesOf(emitted, 'scaled')
  return orders.map(({ at, value }, index) => ({
    at,
    from: orders[index - 1]?.value ?? replicas,
    to: value,
  }))
}

function seriesOf(emitted: readonly Emitted[], event: string): { at: number; value: number }[] {
  const seen = emitted.filter((each) => each.event === event)
  return seen.map(({ at, data }) => {
    if (typeof data === 'number') return { at, value: data }
    throw new Error(`sentinel-autoscaler-run-fleet.ts: ${event} is no number`)
  })
}
