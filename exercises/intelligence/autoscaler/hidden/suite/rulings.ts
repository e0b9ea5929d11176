import { holds } from '@five-pillars/suite'
import type { Effort } from '@five-pillars/suite'
import type fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import { tellBreach } from './tell-breach.ts'
import type { Breach } from './tell-breach.ts'
import { RuleBook } from './rule-book.ts'
import type { Conversation } from './samples.ts'
import { Session } from './session.ts'

/** Talks with an autoscaler and tells the first breach of a kind. */
export function expectRulings(
  subject: Subject,
  { options, samples }: Conversation,
  isBroken: (breach: Breach) => boolean,
): void {
  const session = new Session(subject, options)
  const book = new RuleBook(options)
  for (const sample of samples) {
    const ruling = book.rule(sample)
    const got = session.decide(sample)
    const side = sideOf(got, ruling)
    if (side === null) continue
    const breach = { got, side, ruling, sample, options }
    if (isBroken(breach)) session.broken(tellBreach(breach))
  }
}

/** The same for many conversations. */
export function expectRulingsIn(
  conversations: fc.Arbitrary<Conversation>,
  subject: Subject,
  isBroken: (breach: Breach) => boolean,
  effort: Effort = {},
): void {
  holds([conversations], (conversation) => expectRulings(subject, conversation, isBroken), effort)
}

/** What is no number at all lies below everything. */
function sideOf(got: unknown, { kind, lowest, highest }: Breach['ruling']): Breach['side'] | null {
  if (lowest > highest) throw new Error('sentinel-autoscaler-rulings.ts: nothing is right')
  if (kind === 'edge') return null
  if (typeof got !== 'number' || !(got >= lowest) || !Number.isInteger(got)) return 'below'
  return got > highest ? 'above' : null
}
