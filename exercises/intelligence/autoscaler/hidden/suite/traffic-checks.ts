import { BrokenPromise, counted, holds, stepLines } from '@five-pillars/suite'
import fc from 'fast-check'

import { blindRushHour, rushHour, sawTooth, sineWave } from '../../scenario.ts'
import type { FleetWorld, Subject } from '../../scenario.ts'
import { backAfterMs, blindChanges, limits, rush, servedAfterMs } from './limits.ts'
import { runFleet } from './run-fleet.ts'
import type { Change, FleetRun } from './run-fleet.ts'

/** Four times the load is served soon. */
export function servesRush(subject: Subject): void {
  inRuns(subject, rushHour, (run) => {
    const ms = servedAfterMs(run)
    if (ms <= limits.servedMs) return null
    const when = ms === Infinity ? 'never' : `only ${seconds(ms)} later`
    return `The load grew to ${rush.load} at ${seconds(rush.fromMs)}. The fleet could serve it ${when}; ${seconds(limits.servedMs)} are promised.`
  })
}

/** Four times the load does not need eight times the fleet. */
export function doesNotOvershoot(subject: Subject): void {
  inRuns(subject, rushHour, ({ largest }) =>
    largest <= limits.largest
      ? null
      : `The rush hour needs 20 replicas. There were ${largest}; at most ${limits.largest} are promised.`,
  )
}

/** After the rush hour the fleet is small again. */
export function comesBack(subject: Subject): void {
  const small = rushHour.options.min + 1
  inRuns(subject, rushHour, (run) => {
    const ms = backAfterMs(run)
    if (ms <= limits.backMs) return null
    const when = ms === Infinity ? 'has never come back' : `came back after ${seconds(ms)}`
    return `The load fell at ${seconds(rush.untilMs)}. The fleet ${when} to ${small} replicas; ${seconds(limits.backMs)} are promised.`
  })
}

/** Ten minutes without metrics change nothing. */
export function survivesOutage(subject: Subject): void {
  const [fromMs, untilMs] = blindRushHour.traffic.blindMs
  inRuns(subject, blindRushHour, (run) => {
    const [change] = blindChanges(run)
    if (change === undefined) return null
    return `Nobody knew the utilization from ${seconds(fromMs)} to ${seconds(untilMs)}, and yet the fleet went from ${change.from} to ${change.to}.`
  })
}

/** A gentle wave hardly moves the fleet. */
export function staysCalm(subject: Subject): void {
  inRuns(subject, sineWave, tooRestless('wave of ±15 %', limits.sineChanges))
}

/** Load that falls again and again does not make the fleet follow each time. */
export function ridesSawTooth(subject: Subject): void {
  inRuns(subject, sawTooth, tooRestless('saw-tooth of ±30 %', limits.sawToothChanges))
}

function tooRestless(wave: string, changesMax: number): (run: FleetRun) => string | null {
  return ({ changes: { length } }) =>
    length <= changesMax
      ? null
      : `In one hour of a ${wave} the fleet was changed ${counted(length, 'time')}; at most ${changesMax} are promised.`
}

/** Says what is wrong with a run; null when nothing is. */
function inRuns(
  subject: Subject,
  world: FleetWorld,
  problemOf: (run: FleetRun) => string | null,
): void {
  if (world.runMs === 0) throw new Error('sentinel-autoscaler-traffic-checks.ts: no time')
  holds(
    [fc.noShrink(fc.nat())],
    (seed) => {
      const run = runFleet(subject, world, seed)
      const problem = problemOf(run)
      if (problem === null) return
      throw new BrokenPromise(
        `${problem}\n${stepLines(run.changes.map((each) => changeText(each)))}`,
      )
    },
    { factor: 0.03 },
  )
}

function changeText({ at, from, to }: Change): string {
  return `at ${seconds(at)}: ${from} → ${counted(to, 'replica')}`
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000).toLocaleString('en-US')} s`
}
