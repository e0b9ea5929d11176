import type { NodeId } from '../contract.ts'
import type { LossReason, Trace } from './trace.ts'

/** One message from its sending to its end. */
export interface Message {
  readonly message: number
  readonly from: NodeId
  readonly to: NodeId
  readonly label: string
  readonly sentAt: number
  /** Null while it was still under way when the run ended. */
  readonly end: MessageEnd | null
}

interface MessageEnd {
  readonly at: number
  /** Place of its arrival or loss among the events of the trace. */
  readonly index: number
  /** Null if it arrived. */
  readonly lost: LossReason | null
}

/**
 * The messages of a trace, as they were sent. A trace that kept only its last events has arrivals
 * of messages of which nobody knows what they were: these are left out.
 */
export function messagesOf(trace: Trace): readonly Message[] {
  const ends = new Map<number, MessageEnd>()
  for (const [index, event] of trace.events.entries()) {
    if (event.kind === 'deliver') ends.set(event.message, { at: event.at, index, lost: null })
    if (event.kind === 'lose') ends.set(event.message, { at: event.at, index, lost: event.why })
  }
  return trace.events.flatMap((event) => {
    if (event.kind !== 'send') return []
    const { message, from, to, label, at } = event
    return [{ message, from, to, label, sentAt: at, end: ends.get(message) ?? null }]
  })
}
