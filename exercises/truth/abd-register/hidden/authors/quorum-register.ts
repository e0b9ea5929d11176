import type { Env, NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../scenario.ts'
import type { RegisterClient, RegMsg, Timestamp } from '../../src/abd-register.ts'
import { reference } from '../subjects.ts'

/** How many replicas a register asks: what "R + W > N" is about. */
export interface Quorums {
  /** Replies that a read waits for. */
  readonly read: number
  /** Replies that each round of a write waits for. */
  readonly write: number
  /** Whether a read leaves its value with as many replicas as a write. */
  readonly writesBack: boolean
}

type Reply = Extract<RegMsg, { t: 'Value' | 'Ack' }>
type Request = Extract<RegMsg, { t: 'Get' | 'Put' }>

const RESEND_MS = 100

/** The register of the exercise with quorums of any size, for the figures of the deck. */
export function quorumRegister(quorums: Quorums): Subject {
  return {
    createReplica: (env) => reference.createReplica(env),
    createClient: (env, { replicas }) => createClient(env, replicas, quorums),
  }
}

function createClient(
  env: Env<RegMsg>,
  replicas: readonly NodeId[],
  { read, write, writesBack }: Quorums,
): RegisterClient {
  let ids = 0
  let send: (() => void) | undefined
  let hear: ((from: NodeId, msg: RegMsg) => void) | undefined

  function ask(request: Request, enough: number): Promise<Reply[]> {
    const { promise, resolve } = Promise.withResolvers<Reply[]>()
    const replies = new Map<NodeId, Reply>()
    send = () => {
      for (const replica of replicas) if (!replies.has(replica)) env.send(replica, request)
      env.setTimer('resend', RESEND_MS)
    }
    hear = (from, msg) => {
      if (msg.id !== request.id || (msg.t !== 'Value' && msg.t !== 'Ack')) return
      replies.set(from, msg)
      if (replies.size >= enough) resolve([...replies.values()])
    }
    send()
    return promise
  }

  async function newest(enough: number): Promise<{ ts: Timestamp; value: string | null }> {
    let best: { ts: Timestamp; value: string | null } = {
      ts: { counter: 0, client: '' },
      value: null,
    }
    for (const reply of await ask({ t: 'Get', id: ++ids }, enough)) {
      if (reply.t === 'Value' && isNewer(reply.ts, best.ts)) best = reply
    }
    return { ts: best.ts, value: best.value }
  }

  return {
    start() {},
    onTimer: () => send?.(),
    onMessage: (from, msg) => hear?.(from, msg),
    async read() {
      const version = await newest(read)
      if (writesBack) await ask({ t: 'Put', id: ++ids, ...version }, write)
      return version.value
    },
    async write(value) {
      const { ts } = await newest(read)
      const mine = { counter: ts.counter + 1, client: env.id }
      await ask({ t: 'Put', id: ++ids, ts: mine, value }, write)
    },
  }
}

function isNewer(a: Timestamp, b: Timestamp): boolean {
  if (Number.isNaN(a.counter))
    throw new Error('sentinel-abd-register-quorum-register.ts: no number')
  return a.counter === b.counter ? a.client > b.client : a.counter > b.counter
}
