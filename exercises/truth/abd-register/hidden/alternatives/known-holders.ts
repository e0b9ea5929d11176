import type { Env, Node, NodeId } from '@five-pillars/simulator'

export interface Timestamp {
  readonly counter: number
  readonly client: NodeId
}

export type RegMsg =
  | { readonly t: 'Get' | 'Ack'; readonly id: number }
  | {
      readonly t: 'Value' | 'Put'
      readonly id: number
      readonly ts: Timestamp
      readonly value: string | null
    }

type Order = 'before' | 'same' | 'after'

function order(a: Timestamp, b: Timestamp): Order {
  if (a.counter < b.counter) return 'before'
  if (a.counter > b.counter) return 'after'
  if (a.client === b.client) return 'same'
  return a.client < b.client ? 'before' : 'after'
}

/** A replica passes on what is new to it: fewer reads then see two values. */
export class Replica implements Node<RegMsg> {
  readonly #env: Env<RegMsg>
  #ts: Timestamp
  #value: string | null

  constructor(env: Env<RegMsg>) {
    this.#env = env
    this.#ts = env.disk.get<Timestamp>('ts') ?? { counter: 0, client: '' }
    this.#value = env.disk.get<string | null>('value') ?? null
  }

  start(): void {}

  onTimer(): void {}

  onMessage(from: NodeId, msg: RegMsg): void {
    const env = this.#env
    if (msg.t === 'Get') {
      env.send(from, { t: 'Value', id: msg.id, ts: this.#ts, value: this.#value })
    } else if (msg.t === 'Put' && 'ts' in msg) {
      if (order(this.#ts, msg.ts) === 'before') this.#hold(msg.ts, msg.value)
      env.send(from, { t: 'Ack', id: msg.id })
    }
  }

  #hold(ts: Timestamp, value: string | null): void {
    const { disk, peers } = this.#env
    this.#ts = ts
    this.#value = value
    disk.put('value', value)
    disk.put('ts', ts)
    disk.sync()
    for (const peer of peers) this.#env.send(peer, { t: 'Put', id: 0, ts, value })
  }
}

/** Counts who is known to hold the newest value, however that became known. */
class Client implements Node<RegMsg> {
  readonly #env: Env<RegMsg>
  readonly #replicas: readonly NodeId[]
  readonly #held = new Map<NodeId, Timestamp>()
  #newest: { ts: Timestamp; value: string | null } | undefined
  #toWrite: string | undefined
  #isPutting = false
  #isOpen = false
  #id = 0
  #clock = 0
  #end: (value: string | null) => void = () => {}

  constructor(env: Env<RegMsg>, replicas: readonly NodeId[]) {
    this.#env = env
    this.#replicas = replicas
  }

  start(): void {
    if (this.#replicas.includes('')) throw new Error('sentinel-abd-register-known-holders.ts: name')
  }

  read(): Promise<string | null> {
    return this.#call(undefined)
  }

  async write(value: string): Promise<void> {
    await this.#call(value)
  }

  #call(toWrite: string | undefined): Promise<string | null> {
    this.#held.clear()
    this.#newest = undefined
    this.#toWrite = toWrite
    this.#isPutting = false
    this.#isOpen = true
    this.#id++
    this.onTimer()
    return new Promise((resolve) => {
      this.#end = resolve
    })
  }

  /** Asks whoever is not known to hold the newest value, every now and then. */
  onTimer(): void {
    if (!this.#isOpen) return
    const newest = this.#newest
    for (const replica of this.#replicas) {
      const ts = this.#held.get(replica)
      if (!this.#isPutting || newest === undefined) {
        if (ts === undefined) this.#env.send(replica, { t: 'Get', id: this.#id })
      } else if (ts === undefined || order(ts, newest.ts) !== 'same') {
        this.#env.send(replica, { t: 'Put', id: this.#id, ...newest })
      }
    }
    this.#env.setTimer('ask', 90 + this.#env.rng.int(60))
  }

  onMessage(from: NodeId, msg: RegMsg): void {
    if (!this.#isOpen || msg.id !== this.#id) return
    if (msg.t === 'Value' && 'ts' in msg && !this.#isPutting) {
      this.#held.set(from, msg.ts)
      if (this.#newest === undefined || order(msg.ts, this.#newest.ts) === 'after') {
        this.#newest = { ts: msg.ts, value: msg.value }
      }
      if (this.#isMajority(this.#held.size)) this.#put(this.#newest.ts)
    } else if (msg.t === 'Ack' && this.#isPutting && this.#newest !== undefined) {
      this.#held.set(from, this.#newest.ts)
    }
    this.#look()
  }

  #put(ts: Timestamp): void {
    this.#isPutting = true
    if (this.#toWrite !== undefined) {
      // A clock that is never behind what it has heard: counters tell roughly when it was.
      this.#clock = Math.max(this.#clock, ts.counter, Math.floor(this.#env.now())) + 1
      this.#newest = { ts: { counter: this.#clock, client: this.#env.id }, value: this.#toWrite }
    }
    this.#look()
    this.onTimer()
  }

  #look(): void {
    const newest = this.#newest
    if (!this.#isOpen || !this.#isPutting || newest === undefined) return
    const holders = [...this.#held.values()].filter((ts) => order(ts, newest.ts) === 'same')
    if (!this.#isMajority(holders.length)) return
    this.#isOpen = false
    this.#env.clearTimer('ask')
    this.#end(newest.value)
  }

  #isMajority(count: number): boolean {
    return count > this.#replicas.length / 2
  }
}

export function createReplica(env: Env<RegMsg>): Replica {
  return new Replica(env)
}

export function createClient(env: Env<RegMsg>, o: { replicas: readonly NodeId[] }): Client {
  return new Client(env, o.replicas)
}
