import type { Subject } from '../../scenario.ts'
import type { Options, Sample } from '../../src/autoscaler.ts'
import { expectRulings, expectRulingsIn } from './rulings.ts'
import { sightedConversations } from './samples.ts'
import type { Breach } from './tell-breach.ts'

const half: Options = { target: 0.5, min: 1, max: 20, tolerance: 0.1, stabilizationDownMs: 300_000 }

/** More load than the target: at once enough replicas to bring it back. */
export function growsEnough(subject: Subject): void {
  expectOnce(subject, { ready: 4, starting: 0, utilization: 0.75 }, isTooFew)
  expectOnce(subject, { ready: 3, starting: 0, utilization: 0.75 }, isTooFew)
  expectOnce(subject, { ready: 2, starting: 0, utilization: 0.5625 }, isTooFew)
  expectRulingsIn(sightedConversations, subject, isTooFew, { factor: 2 })
}

function isTooFew({ ruling, side }: Breach): boolean {
  return ruling.kind === 'grow' && side === 'below'
}

/** Nothing beyond what is needed: what is starting is part of it, and old peaks are over. */
export function ordersNoMore(subject: Subject): void {
  expectOnce(subject, { ready: 4, starting: 2, utilization: 0.75 }, isTooMany)
  expectOnce(subject, { ready: 4, starting: 0, utilization: 1 }, isTooMany)
  expectRulingsIn(sightedConversations, subject, isTooMany, { factor: 2 })
}

function isTooMany({ got, ruling, side }: Breach): boolean {
  if (side === 'below') return false
  return ruling.kind === 'grow' || (ruling.kind === 'shrink' && Number(got) > ruling.present)
}

/** Inside the tolerance the fleet stays as it is. */
export function holdsWhenClose(subject: Subject): void {
  expectOnce(subject, { ready: 10, starting: 0, utilization: 0.53 }, isClose)
  expectOnce(subject, { ready: 10, starting: 0, utilization: 0.47 }, isClose)
  expectRulingsIn(sightedConversations, subject, isClose)
}

function isClose({ ruling }: Breach): boolean {
  return ruling.kind === 'close'
}

/** One sample is the simplest story. */
function expectOnce(
  subject: Subject,
  moment: Omit<Sample, 'at'>,
  isBroken: (breach: Breach) => boolean,
): void {
  if (moment.ready === 0) throw new Error('sentinel-autoscaler-sizing.ts: nobody is ready')
  expectRulings(subject, { options: half, samples: [{ ...moment, at: 0 }] }, isBroken)
}
