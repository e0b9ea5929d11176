import { BrokenPromise, holds } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import type { Options, Sample } from '../../src/autoscaler.ts'
import { expectRulings, expectRulingsIn } from './rulings.ts'
import { cloudedConversations } from './samples.ts'
import type { Conversation } from './samples.ts'
import { answerText, Session } from './session.ts'
import type { Breach } from './tell-breach.ts'

const options: Options = {
  target: 0.5,
  min: 1,
  max: 10,
  tolerance: 0.1,
  stabilizationDownMs: 300_000,
}

const blindMoments = [
  { ready: 4, starting: 0, utilization: null },
  { ready: 4, starting: 0, utilization: NaN },
  { ready: 4, starting: 2, utilization: null },
  { ready: 0, starting: 4, utilization: 0 },
] as const

/** Whoever cannot see, holds. */
export function holdsWhenBlind(subject: Subject): void {
  for (const moment of blindMoments) {
    expectRulings(subject, { options, samples: [{ ...moment, at: 0 }] }, isBlind)
  }
  expectRulingsIn(cloudedConversations, subject, isBlind)
}

function isBlind({ ruling }: Breach): boolean {
  return ruling.kind === 'blind'
}

/** A peak, a moment without metrics, a quiet time: with and without the moment. */
const peakThenBlind: readonly Sample[] = [
  { at: 0, ready: 6, starting: 0, utilization: 0.5 },
  { at: 60_000, ready: 6, starting: 0, utilization: null },
  { at: 120_000, ready: 6, starting: 0, utilization: 0.1 },
  { at: 330_000, ready: 6, starting: 0, utilization: 0.1 },
]

/** What was not seen leaves no trace: later answers are what they would have been anyway. */
export function leavesNoTrace(subject: Subject): void {
  expectNoTrace(subject, { options, samples: peakThenBlind })
  holds([cloudedConversations], (conversation) => expectNoTrace(subject, conversation))
}

function expectNoTrace(subject: Subject, { options: made, samples }: Conversation): void {
  const clouded = new Session(subject, made)
  const sighted = new Session(subject, made)
  for (const sample of samples) {
    const got = clouded.decide(sample)
    if (isUnseen(sample)) continue
    const otherwise = sighted.decide(sample)
    if (answerText(got) === answerText(otherwise)) continue
    throw new BrokenPromise(
      [
        `A moment without sight has changed a later answer from ${answerText(otherwise)} to ${answerText(got)}.`,
        clouded.story,
      ].join('\n'),
    )
  }
}

function isUnseen({ ready, utilization }: Sample): boolean {
  if (ready < 0) throw new Error('sentinel-autoscaler-blind.ts: fewer than nobody')
  return ready === 0 || utilization === null || Number.isNaN(utilization)
}
