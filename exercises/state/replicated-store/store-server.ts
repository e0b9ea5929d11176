import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { Replica, ReplicaOptions, ReplMsg } from './src/replicated-store.ts'
import type { WorldMsg } from './store-client.ts'

/** What a submission exports. */
export interface Subject {
  readonly createReplica: (env: Env<ReplMsg>, options: ReplicaOptions) => Replica
}

const AUDIT = 'audit of the world'

/**
 * A machine of the world with a submission's replica in it: makes the calls that come from outside,
 * tells who waits, and makes visible what the replica holds whenever it has begun to lead, and once
 * in the end.
 */
export function atServer(
  env: Env<WorldMsg>,
  { quietMs, auditMs }: { readonly quietMs: number; readonly auditMs: number },
  make: (env: Env<WorldMsg>) => Replica,
): Node<WorldMsg> {
  /** Who waits for what, by the id of the request. */
  const waiting = new Map<string, { readonly from: NodeId; readonly value: string }>()
  const promoters = new Map<number, { readonly from: NodeId; readonly id: string }>()
  let leads: number | undefined
  const replica = make({ ...env, emit })

  function emit(event: string, data?: unknown): void {
    if (event === 'leader') {
      leads = epochIn(data)
      env.emit(event, data)
      return
    }
    if (event === 'refused') return
    if (event !== 'acked') return env.emit(event, data)
    const request = typeof data === 'string' ? waiting.get(data) : undefined
    if (request === undefined || typeof data !== 'string') return env.emit('acked', { id: data })
    env.emit('acked', { value: request.value })
    env.send(request.from, { t: 'Done', id: data, text: 'acked' })
  }

  /** After a step that made it a leader: says what it holds, and to the operator that it leads. */
  function show(): void {
    if (leads === undefined) return
    const epoch = leads
    leads = undefined
    env.emit('begins', { epoch, values: valuesOf(replica) })
    const promoter = promoters.get(epoch)
    if (promoter !== undefined) {
      env.send(promoter.from, { t: 'Done', id: promoter.id, text: 'leads' })
    }
  }

  function put(from: NodeId, { id, key, value: written }: Extract<WorldMsg, { t: 'Put' }>): void {
    // A message may come twice: a request does not.
    if (waiting.has(id)) return
    const value = `${written}${env.id}`
    waiting.set(id, { from, value })
    env.emit('asked', { value })
    replica.put(key, value, id)
  }

  return {
    start() {
      env.setTimer(AUDIT, Math.max(0, auditMs - env.now()))
      replica.start()
    },
    onTimer(name) {
      if (name !== AUDIT) return replica.onTimer(name)
      env.emit('log', { values: valuesOf(replica) })
    },
    onMessage(from, msg) {
      // Some calls are on their way for more than a second.
      if ((msg.t === 'Put' || msg.t === 'Promote') && env.now() > quietMs) return
      if (msg.t === 'Done') return
      if (msg.t === 'Put') return put(from, msg)
      if (msg.t === 'Promote') {
        promoters.set(msg.epoch, { from, id: msg.id })
        replica.promote(msg.epoch)
      } else {
        replica.onMessage(from, msg)
      }
      show()
    },
  }
}

/** The writes of a replica's log, each value of which was written by nobody else. */
function valuesOf(replica: Replica): readonly string[] {
  return replica.takeBackup().entries.map(({ key, value }) => `${key} = ${String(value)}`)
}

function epochIn(data: unknown): number {
  return typeof data === 'object' && data !== null && 'epoch' in data ? Number(data.epoch) : NaN
}
