import type { NodeId } from '../contract.ts'
import type { OutcomeKind } from '../history/operation.ts'
import { printable } from './printable.ts'
import type { Trace } from './trace.ts'

/** One call of a client from its beginning to its answer. */
export interface Call {
  readonly operation: number
  readonly client: NodeId
  readonly key: string
  readonly text: string
  readonly invokedAt: number
  /** Null while it was open when the run ended. */
  readonly answer: Answer | null
}

interface Answer {
  readonly at: number
  readonly outcome: OutcomeKind
  readonly text: string
}

/** The calls of the clients of a trace, as they were made. */
export function callsOf(trace: Trace): readonly Call[] {
  const answers = new Map<number, Answer>()
  for (const event of trace.events) {
    if (event.kind === 'return') answers.set(event.operation, event)
  }
  return trace.events.flatMap((event) => {
    if (event.kind !== 'invoke') return []
    const { operation, client, key, text, at } = event
    const answer = answers.get(operation) ?? null
    return [{ operation, client, key, text, invokedAt: at, answer }]
  })
}

/** A call with what its client knows of it: `write x = 3 → ok`, `read x → no answer`. */
export function callText({ text, answer }: Call): string {
  return printable(`${text} → ${answer === null ? 'no answer' : answer.text}`)
}
