import type { Env, Node, NodeId } from '@five-pillars/simulator'

interface Timestamp {
  readonly counter: number
  readonly client: NodeId
}

/** A value and when it was written. */
interface Version {
  readonly ts: Timestamp
  readonly value: string | null
}

type Request =
  | { readonly t: 'Get'; readonly id: number }
  | ({ readonly t: 'Put'; readonly id: number } & Version)

export type RegMsg =
  | Request
  | ({ readonly t: 'Value'; readonly id: number } & Version)
  | { readonly t: 'Ack'; readonly id: number }

export interface RegisterClient extends Node<RegMsg> {
  read(): Promise<string | null>
  write(value: string): Promise<void>
}

/** One question to all replicas, open until a majority has answered it. */
interface Phase {
  readonly request: Request
  readonly replies: Map<NodeId, Version>
  readonly resolve: (versions: Version[]) => void
}

const RESEND_MS = 100
const RESEND = 'resend'

const nothing: Version = { ts: { counter: 0, client: '' }, value: null }

function isNewer(a: Timestamp, b: Timestamp): boolean {
  return a.counter === b.counter ? a.client > b.client : a.counter > b.counter
}

export function createReplica(env: Env<RegMsg>): Node<RegMsg> {
  let held = env.disk.get<Version>('held') ?? nothing
  return {
    start() {},
    onTimer() {},
    onMessage(from, msg) {
      if (msg.t === 'Get') env.send(from, { t: 'Value', id: msg.id, ...held })
      if (msg.t !== 'Put') return
      if (isNewer(msg.ts, held.ts)) {
        held = { ts: msg.ts, value: msg.value }
        env.disk.put('held', held)
        env.disk.sync()
      }
      env.send(from, { t: 'Ack', id: msg.id })
    },
  }
}

export function createClient(
  env: Env<RegMsg>,
  { replicas }: { replicas: readonly NodeId[] },
): RegisterClient {
  if (replicas.length === 0) throw new Error('sentinel-abd-register-abd-register.ts: no replicas')
  const majority = Math.floor(replicas.length / 2) + 1
  let requests = 0
  let phase: Phase | undefined

  function ask(request: Request): Promise<Version[]> {
    const { promise, resolve } = Promise.withResolvers<Version[]>()
    phase = { request, replies: new Map(), resolve }
    askSilent()
    return promise
  }

  function askSilent(): void {
    if (phase === undefined) return
    for (const replica of replicas) {
      if (!phase.replies.has(replica)) env.send(replica, phase.request)
    }
    env.setTimer(RESEND, RESEND_MS)
  }

  async function newest(): Promise<Version> {
    const versions = await ask({ t: 'Get', id: ++requests })
    return versions.reduce((a, b) => (isNewer(b.ts, a.ts) ? b : a))
  }

  async function store(version: Version): Promise<void> {
    await ask({ t: 'Put', id: ++requests, ...version })
  }

  return {
    start() {},
    onTimer: askSilent,
    onMessage(from, msg) {
      if (phase === undefined || msg.id !== phase.request.id) return
      phase.replies.set(from, msg.t === 'Value' ? { ts: msg.ts, value: msg.value } : nothing)
      if (phase.replies.size < majority) return
      const { resolve, replies } = phase
      phase = undefined
      resolve([...replies.values()])
    },
    async read() {
      const version = await newest()
      // Who reads after us must not see less: what we answer has to be with a majority first.
      await store(version)
      return version.value
    },
    async write(value) {
      const { ts } = await newest()
      await store({ ts: { counter: ts.counter + 1, client: env.id }, value })
    },
  }
}
