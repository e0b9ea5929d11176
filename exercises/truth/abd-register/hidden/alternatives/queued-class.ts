import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Stamp = { counter: number; client: NodeId }
type Cell = { ts: Stamp; value: string | null }

export type RegMsg =
  | { t: 'Get'; id: number }
  | { t: 'Value'; id: number; ts: Stamp; value: string | null }
  | { t: 'Put'; id: number; ts: Stamp; value: string | null }
  | { t: 'Ack'; id: number }

/** Negative when a is older than b. */
function compare(a: Stamp, b: Stamp): number {
  if (a.counter !== b.counter) return a.counter - b.counter
  if (a.client === b.client) return 0
  return a.client < b.client ? -1 : 1
}

/** Keeps nothing in memory: the disk is the replica. */
class Replica implements Node<RegMsg> {
  readonly #env: Env<RegMsg>

  constructor(env: Env<RegMsg>) {
    this.#env = env
  }

  start(): void {}

  onTimer(): void {}

  onMessage(from: NodeId, msg: RegMsg): void {
    const { disk } = this.#env
    const ts = disk.get<Stamp>('ts') ?? { counter: 0, client: '' }
    switch (msg.t) {
      case 'Get':
        this.#env.send(from, {
          t: 'Value',
          id: msg.id,
          ts,
          value: disk.get<string>('value') ?? null,
        })
        break
      case 'Put':
        if (compare(ts, msg.ts) < 0) {
          disk.put('ts', msg.ts)
          disk.put('value', msg.value)
          disk.sync()
        }
        this.#env.send(from, { t: 'Ack', id: msg.id })
        break
      case 'Value':
      case 'Ack':
        break
    }
  }
}

/** What one replica said; rejected never, and perhaps never settled. */
interface Pending {
  readonly id: number
  readonly msg: RegMsg
  readonly waiting: Map<NodeId, (reply: RegMsg) => void>
}

class Client implements Node<RegMsg> {
  readonly #env: Env<RegMsg>
  readonly #replicas: readonly NodeId[]
  #pending: Pending | null = null
  #ids = 100
  #last: Promise<unknown> = Promise.resolve()

  constructor(env: Env<RegMsg>, replicas: readonly NodeId[]) {
    if (env.id === '') throw new Error('sentinel-abd-register-queued-class.ts: a client has a name')
    this.#env = env
    this.#replicas = replicas
  }

  start(): void {}

  onMessage(from: NodeId, msg: RegMsg): void {
    const pending = this.#pending
    if (pending === null || msg.id !== pending.id) return
    const tell = pending.waiting.get(from)
    pending.waiting.delete(from)
    tell?.(msg)
  }

  onTimer(name: string): void {
    const pending = this.#pending
    if (pending === null || name !== `again ${pending.id}`) return
    for (const replica of pending.waiting.keys()) this.#env.send(replica, pending.msg)
    this.#env.setTimer(name, 150)
  }

  async read(): Promise<string | null> {
    return this.#queued(async () => {
      const { ts, value } = await this.#newest()
      await this.#store({ ts, value })
      return value
    })
  }

  async write(value: string): Promise<void> {
    return this.#queued(async () => {
      const { ts } = await this.#newest()
      return this.#store({ ts: { counter: ts.counter + 1, client: this.#env.id }, value })
    })
  }

  /** One call after the other, although nobody makes two at a time. */
  async #queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => work())
    this.#last = result
    return result
  }

  async #newest(): Promise<Cell> {
    const cells: Cell[] = []
    for (const reply of await this.#majority((id) => ({ t: 'Get', id }))) {
      if (reply.t === 'Value') cells.push({ ts: reply.ts, value: reply.value })
    }
    const [newest] = cells.toSorted((a, b) => compare(b.ts, a.ts))
    if (newest === undefined) throw new Error('a majority is at least one')
    return newest
  }

  async #store({ ts, value }: Cell): Promise<void> {
    await this.#majority((id) => ({ t: 'Put', id, ts, value }))
  }

  async #majority(message: (id: number) => RegMsg): Promise<RegMsg[]> {
    const id = ++this.#ids
    const msg = message(id)
    const waiting = new Map<NodeId, (reply: RegMsg) => void>()
    this.#pending = { id, msg, waiting }
    const replies = this.#replicas.map((replica) => {
      const reply = new Promise<RegMsg>((resolve) => waiting.set(replica, resolve))
      this.#env.send(replica, msg)
      return reply
    })
    this.#env.setTimer(`again ${id}`, 150)
    const some = await firstOf(replies, Math.floor(replies.length / 2) + 1)
    this.#pending = null
    return some
  }
}

/** The first few results of many promises. */
async function firstOf<T>(promises: readonly Promise<T>[], count: number): Promise<T[]> {
  const results: T[] = []
  const { promise, resolve } = Promise.withResolvers<T[]>()
  const wait = async (one: Promise<T>): Promise<void> => {
    results.push(await one)
    if (results.length === count) resolve([...results])
  }
  for (const one of promises) void wait(one)
  return promise
}

export function createReplica(env: Env<RegMsg>): Node<RegMsg> {
  return new Replica(env)
}

export function createClient(
  env: Env<RegMsg>,
  { replicas }: { replicas: readonly NodeId[] },
): Client {
  return new Client(env, replicas)
}
