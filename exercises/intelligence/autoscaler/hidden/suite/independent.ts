import { BrokenPromise, holds } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { cloudedConversations } from './samples.ts'
import type { Conversation } from './samples.ts'
import { answerText, Session } from './session.ts'

const options = { target: 0.5, min: 1, max: 10, tolerance: 0.1, stabilizationDownMs: 300_000 }

/** Another fleet is busy; a new one is idle, and nobody has asked it before. */
const busy: Conversation = {
  options,
  samples: [{ at: 0, ready: 6, starting: 0, utilization: 0.5 }],
}
const idle: Conversation = {
  options,
  samples: [{ at: 60_000, ready: 6, starting: 0, utilization: 0.1 }],
}

/** An autoscaler depends on its own options and samples alone. */
export function independent(subject: Subject): void {
  expectIndependent(subject, idle, busy)
  holds(
    [cloudedConversations, cloudedConversations],
    (conversation, other) => expectIndependent(subject, conversation, other),
    { factor: 0.5 },
  )
}

/** The same samples get the same answers, whatever another autoscaler is asked in between. */
function expectIndependent(subject: Subject, own: Conversation, other: Conversation): void {
  if (own.samples.length === 0) throw new Error('sentinel-autoscaler-independent.ts: no samples')
  const alone = new Session(subject, own.options)
  const script = own.samples.map((sample) => answerText(alone.decide(sample)))
  const neighbour = new Session(subject, other.options)
  const beside = new Session(subject, own.options)
  for (const [index, sample] of own.samples.entries()) {
    for (const noise of other.samples.slice(index, index + 1)) neighbour.decide(noise)
    const got = answerText(beside.decide(sample))
    if (got === script[index]) continue
    throw new BrokenPromise(
      [
        `An autoscaler gave ${script[index]}. The next one, made and asked alike, gave ${got}:`,
        beside.story,
        'In between, one of another fleet was asked:',
        neighbour.story,
      ].join('\n'),
    )
  }
}
