import { blindRushHour, rushHour } from '../../scenario.ts'
import type { FleetRun } from './run-fleet.ts'

/** Set from data: fleets.json has what correct and wrong autoscalers reach. */
export const limits = {
  /** From the step of the load until the fleet can serve it. */
  servedMs: 120_000,
  /** The most replicas of the rush hour, which needs 20. */
  largest: 28,
  /** From the end of the rush hour until at most one replica above min is left. */
  backMs: 420_000,
  sineChanges: 8,
  sawToothChanges: 14,
} as const

/** When the load of the rush hour comes and goes. */
export const rush = (() => {
  const [, rise, fall] = rushHour.traffic.steps
  if (rise.fromMs >= fall.fromMs) throw new Error('sentinel-autoscaler-limits.ts: no rush hour')
  return { fromMs: rise.fromMs, load: rise.load, untilMs: fall.fromMs }
})()

/** Served is a load that keeps the ready ones no busier than target and tolerance allow. */
export function servedAfterMs({ ready }: FleetRun): number {
  const { target, tolerance } = rushHour.options
  const enough = rush.load / (target * (1 + tolerance))
  const first = ready.find(({ at, replicas }) => at >= rush.fromMs && replicas >= enough)
  return (first?.at ?? Infinity) - rush.fromMs
}

/** Back is a fleet that stays at most one replica above min until the end of the run. */
export function backAfterMs({ changes }: FleetRun): number {
  const small = rushHour.options.min + 1
  const last = changes.findLastIndex(({ to }) => to > small)
  const back = changes[last + 1]
  return (back?.at ?? Infinity) - rush.untilMs
}

/** The changes that were ordered without sight. */
export function blindChanges({ changes }: FleetRun): FleetRun['changes'] {
  const [fromMs, untilMs] = blindRushHour.traffic.blindMs
  // A sample, and the order that answers it, are on their way for one hop each.
  const delayMs = 2 * blindRushHour.hopMs
  return changes.filter(({ at }) => at >= fromMs + delayMs && at < untilMs + delayMs)
}
