import type { NodeId } from '../contract.ts'
import type { Link } from '../engine/link.ts'
import type { Emitted } from '../engine/observer.ts'
import type { Fault } from '../faults/fault.ts'
import type { LossReason, TraceEvent } from '../trace/trace.ts'

/** The most events that a trace holds; a run of an exercise has about ten thousand. */
const EVENTS_MAX = 1_000_000

/** Keeps all that happens as the events of a trace. */
export class TraceRecorder<M> {
  readonly events: TraceEvent[] = []
  readonly #label: (msg: M) => string

  constructor(label: (msg: M) => string) {
    this.#label = label
  }

  send(at: number, message: number, { from, to }: Link<M>, msg: M, isDuplicate: boolean): void {
    const sent = {
      at,
      kind: 'send',
      message,
      from: from.id,
      to: to.id,
      label: this.#label(msg),
    } as const
    this.add(isDuplicate ? { ...sent, duplicate: true } : sent)
  }

  deliver(at: number, message: number): void {
    this.add({ at, kind: 'deliver', message })
  }

  lose(at: number, message: number, why: LossReason, dueAt?: number): void {
    const lost = { at, kind: 'lose', message, why } as const
    this.add(dueAt === undefined ? lost : { ...lost, dueAt })
  }

  emit({ at, node, event, data }: Emitted): void {
    const emitted = { at, kind: 'emit', node, event } as const
    this.add(data === undefined ? emitted : { ...emitted, data: copied(data) })
  }

  fault(at: number, index: number, what: Fault, node: NodeId | undefined): void {
    const begun = { at, kind: 'fault', fault: index, what } as const
    this.add(node === undefined ? begun : { ...begun, node })
  }

  add(event: TraceEvent): void {
    if (this.events.length >= EVENTS_MAX) {
      throw new Error(`a trace holds at most ${EVENTS_MAX} events: make the run shorter`)
    }
    this.events.push(event)
  }
}

/** Data may be changed by its node later; a trace keeps what it was. */
function copied(data: unknown): unknown {
  const text = JSON.stringify(data)
  return text === undefined ? String(data) : JSON.parse(text)
}

/** A few words for a message, where a scenario has no words of its own. */
export function defaultLabel(msg: unknown): string {
  if (typeof msg === 'object' && msg !== null && 't' in msg) return String(msg.t)
  const text = typeof msg === 'string' ? msg : (JSON.stringify(msg) ?? String(msg))
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
