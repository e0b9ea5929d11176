import type { NodeId, OutcomeKind, Trace } from '@five-pillars/simulator'

import type { Span } from './span-index.ts'

/** A client's call, from its invocation until its answer has been read. */
export interface Call extends Span {
  readonly client: NodeId
  readonly text: string
  /** Infinity while the run ended before it. */
  readonly answeredAt: number
  readonly answer: string
  readonly outcome: OutcomeKind
}

/** Every call of a run. @param lingerMs virtual milliseconds for which an answer is shown */
export function callsOf(trace: Trace, lingerMs: number): Call[] {
  const returns = new Map<number, { at: number; outcome: OutcomeKind; text: string }>()
  for (const event of trace.events) {
    if (event.kind === 'return') returns.set(event.operation, event)
  }
  return trace.events.flatMap((event): Call[] => {
    if (event.kind !== 'invoke') return []
    const end = returns.get(event.operation)
    return [
      {
        client: event.client,
        text: event.text,
        from: event.at,
        answeredAt: end?.at ?? Infinity,
        until: end === undefined ? Infinity : end.at + lingerMs,
        answer: end?.text ?? '',
        outcome: end?.outcome ?? 'info',
      },
    ]
  })
}

/** The answer as it stands beside a client: a sign for its kind, since it is never colour alone. */
export function answerOf(
  { outcome, answer }: Call,
  isAnswered: boolean,
): { readonly kind: 'open' | OutcomeKind; readonly text: string } {
  if (!isAnswered) return { kind: 'open', text: '…' }
  return { kind: outcome, text: `${SIGN[outcome]} ${answer}` }
}

const SIGN = { ok: '→', fail: '×', info: '?' } as const
