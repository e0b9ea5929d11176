import type { NodeId } from '../contract.ts'
import type { Trace, TraceEvent } from './trace.ts'

/** A stretch of time in which something holds for a node. */
export interface Period {
  readonly kind: 'down' | 'paused' | 'leader'
  readonly node: NodeId
  readonly from: number
  readonly to: number
}

/**
 * When nodes were down, stood still, and held themselves for the leader. That ends when one crashes
 * or emits what the trace shows as following; in a world that emits no such thing, when it hears
 * from a newer leader. Two leaders that emitted the same data, such as a term, are equals.
 */
export function periodsOf(trace: Trace): readonly Period[] {
  const log = new PeriodLog(trace.endMs)
  const routes = new Map<number, readonly [from: NodeId, to: NodeId]>()
  let reign = { words: '', nodes: new Set<NodeId>() }
  for (const event of trace.events) {
    noteLife(log, event)
    if (event.kind === 'send') routes.set(event.message, [event.from, event.to])
    if (event.kind === 'emit' && event.event === trace.show.leader) {
      log.begin('leader', event.node, event.at)
      const words = JSON.stringify(event.data) ?? ''
      const isEqual = words !== '' && words === reign.words
      reign = { words, nodes: new Set([...(isEqual ? reign.nodes : []), event.node]) }
    }
    if (event.kind === 'emit' && event.event === trace.show.follower) {
      log.end('leader', event.node, event.at)
    }
    const [from, to] = (event.kind === 'deliver' && routes.get(event.message)) || []
    if (from === undefined || to === undefined || trace.show.follower !== undefined) continue
    if (reign.nodes.has(from) && !reign.nodes.has(to)) log.end('leader', to, event.at)
  }
  return log.periods()
}

function noteLife(log: PeriodLog, event: TraceEvent): void {
  if (event.kind === 'crash') {
    log.end('leader', event.node, event.at)
    log.end('paused', event.node, event.at)
    log.begin('down', event.node, event.at)
  }
  if (event.kind === 'restart' || event.kind === 'start') log.end('down', event.node, event.at)
  if (event.kind === 'pause') log.begin('paused', event.node, event.at)
  if (event.kind === 'resume') log.end('paused', event.node, event.at)
}

/** Periods that are open and closed: one of a kind for a node at a time. */
class PeriodLog {
  readonly #endMs: number
  readonly #open = new Map<string, Period>()
  readonly #closed: Period[] = []

  constructor(endMs: number) {
    this.#endMs = endMs
  }

  begin(kind: Period['kind'], node: NodeId, from: number): void {
    const key = `${kind} ${node}`
    if (!this.#open.has(key)) this.#open.set(key, { kind, node, from, to: this.#endMs })
  }

  end(kind: Period['kind'], node: NodeId, to: number): void {
    const key = `${kind} ${node}`
    const period = this.#open.get(key)
    if (period === undefined) return
    this.#open.delete(key)
    this.#closed.push({ ...period, to })
  }

  /** All of them, by their beginning. */
  periods(): readonly Period[] {
    return [...this.#closed, ...this.#open.values()].toSorted((one, other) => one.from - other.from)
  }
}
