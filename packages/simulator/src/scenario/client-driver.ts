import type { NodeId } from '../contract.ts'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../engine/host.ts'
import { HistoryRecorder } from '../history/recorder.ts'
import type { Outcome } from '../history/recorder.ts'
import { isThenable, thrownText } from '../engine/thrown.ts'
import { keyed } from '../random/hash.ts'
import type { TraceEvent } from '../trace/trace.ts'
import type { Client, Clients } from './definition.ts'
import type { WorkItem } from './workload.ts'

/** Which draw of a host's key decides the place of a call among events of the same instant. */
const CALL = -7

interface Line<M> {
  readonly host: Host<M>
  readonly items: WorkItem[]
}

/** Lets clients make their calls at their times, one call of each client at a time. */
export class ClientDriver<M> {
  readonly history = new HistoryRecorder()
  readonly #engine: Engine<M>
  readonly #clients: Clients<M>
  readonly #record: ((event: TraceEvent) => void) | undefined
  readonly #nodes = new Map<NodeId, Client<M>>()

  constructor(
    engine: Engine<M>,
    clients: Clients<M>,
    record: ((event: TraceEvent) => void) | undefined,
  ) {
    this.#engine = engine
    this.#clients = clients
    this.#record = record
  }

  add(id: NodeId, client: Client<M>): void {
    this.#nodes.set(id, client)
  }

  /** Plans all calls of a workload. */
  schedule(workload: readonly WorkItem[]): void {
    for (const host of this.#engine.hosts) {
      if (host.role !== 'client') continue
      const items = workload.filter(({ client }) => client === host.id)
      this.#wake({ host, items })
    }
  }

  /** Plans the next call of a client, at its time or at once if that is over. */
  #wake(line: Line<M>): void {
    const { host, items } = line
    const item = items.shift()
    if (item === undefined) return
    const engine = this.#engine
    // Not in the same instant: of two calls of a client, one ends before the other begins.
    const at = Math.max(engine.nowUs + 1, Math.round(item.at * 1000))
    const run = (): void => this.#begin(line, item)
    engine.planFor(host, at, keyed(host.key ^ CALL, items.length), run)
  }

  #begin(line: Line<M>, { call }: WorkItem): void {
    const { host } = line
    const engine = this.#engine
    const node = this.#nodes.get(host.id)
    if (node === undefined) throw new Error(`client ${host.id} was never started`)
    const operation = this.history.invoke(host.id, call, engine.nowMs)
    this.#record?.({
      at: engine.nowMs,
      kind: 'invoke',
      operation,
      client: host.id,
      key: call.key,
      text: this.#clients.describe(call),
    })
    const settle = (outcome: Outcome): void => {
      if (!this.history.settle(operation, outcome, engine.nowMs)) return
      engine.hash.addText(
        outcome.kind === 'ok' ? `ok ${JSON.stringify(outcome.output)}` : outcome.kind,
      )
      this.#record?.({
        at: engine.nowMs,
        kind: 'return',
        operation,
        outcome: outcome.kind,
        text: outcome.kind === 'ok' ? printed(outcome.output) : outcome.reason,
      })
      this.#wake(line)
    }
    engine.plan(engine.nowUs + Math.round(this.#clients.timeoutMs * 1000), () => {
      settle({ kind: 'info', reason: 'timed out' })
    })
    const result = node.perform(call, settle)
    if (isThenable(result)) {
      result.then(undefined, (error: unknown) => this.#rejected(host.id, error))
    }
  }

  #rejected(id: NodeId, error: unknown): void {
    this.#engine.find('threw', 'A node does not throw', `${id} rejected: ${thrownText(error)}`, id)
  }
}

function printed(output: unknown): string {
  if (output === undefined) return 'ok'
  if (output === null) return 'nothing'
  return typeof output === 'string' ? output : JSON.stringify(output)
}
