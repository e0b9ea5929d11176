import type { Subject } from '../../scenario.ts'
import type { Options, Sample } from '../../src/autoscaler.ts'
import { expectRulings, expectRulingsIn } from './rulings.ts'
import { sightedConversations } from './samples.ts'
import type { Breach } from './tell-breach.ts'

const options: Options = {
  target: 0.5,
  min: 1,
  max: 10,
  tolerance: 0.1,
  stabilizationDownMs: 300_000,
}

/** Six busy replicas of which, from some moment on, fewer are needed. */
function fleetOfSix(
  ...moments: readonly (readonly [atS: number, utilization: number])[]
): Sample[] {
  if (moments.length === 0) throw new Error('sentinel-autoscaler-shrinking.ts: nothing happens')
  return moments.map(([atS, utilization]) => ({
    at: 1000 * atS,
    ready: 6,
    starting: 0,
    utilization,
  }))
}

const quietTimes: readonly (readonly Sample[])[] = [
  fleetOfSix([0, 0.5], [60, 0.1]),
  fleetOfSix([0, 0.5], [300, 0.1]),
  fleetOfSix([0, 0.3], [60, 0.1]),
  fleetOfSix([0, 0.3], [60, 0.1], [301, 0.1]),
  fleetOfSix([0, 0.1], [60, 0.3]),
  fleetOfSix([0, 0.5], [200, 0], [400, 0]),
]

/** A crash of four, and a growth by one, between a busy moment and a quiet one. */
const grownMeanwhile: readonly Sample[] = [
  { at: 0, ready: 6, starting: 0, utilization: 0.5 },
  { at: 60_000, ready: 2, starting: 0, utilization: 0.75 },
  { at: 120_000, ready: 6, starting: 0, utilization: 0.1 },
]

/** A sample each second: the window is a time, not a number of samples. */
const manySamples = fleetOfSix(
  [0, 0.5],
  ...Array.from({ length: 299 }, (_, index): [number, number] => [index + 1, 0.1]),
)

/** Never below the highest recommendation of the window. */
export function shrinksSlowly(subject: Subject): void {
  for (const samples of [...quietTimes, grownMeanwhile, manySamples]) {
    expectRulings(subject, { options, samples }, isTooEarly)
  }
  expectRulingsIn(sightedConversations, subject, isTooEarly, { factor: 3 })
}

function isTooEarly({ ruling, side }: Breach): boolean {
  return ruling.kind === 'shrink' && side === 'below'
}

/** What the whole window does not need is given back. */
export function letsGo(subject: Subject): void {
  for (const samples of quietTimes) expectRulings(subject, { options, samples }, isTooLate)
  expectRulingsIn(sightedConversations, subject, isTooLate, { factor: 3 })
}

function isTooLate({ got, ruling, side }: Breach): boolean {
  return ruling.kind === 'shrink' && side === 'above' && Number(got) <= ruling.present
}
