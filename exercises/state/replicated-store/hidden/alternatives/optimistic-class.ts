import type { Env, Node, NodeId } from '@five-pillars/simulator'

interface Entry {
  readonly epoch: number
  readonly at: number
  readonly key: string
  readonly value: string | null
  readonly format: number
}
interface Fence {
  t: 'Fence'
  epoch: number
}
interface Fenced {
  t: 'Fenced'
  epoch: number
  log: readonly Entry[]
}
interface Append {
  t: 'Append'
  epoch: number
  prev: number
  prevEpoch: number
  entries: readonly Entry[]
}
interface Appended {
  t: 'Appended'
  epoch: number
  upTo: number
}
interface Refused {
  t: 'Refused'
  epoch: number
}
export type ReplMsg = Fence | Fenced | Append | Appended | Refused

interface Options {
  mode: 'async' | 'quorum'
  members: readonly NodeId[]
}

/** What a leader believes of a peer: where it may go on, and up to where it is sure. */
interface Progress {
  next: number
  sure: number
}

/** One key of the disk for each entry; guesses where a peer stands, and goes back when it is wrong. */
class Store implements Node<ReplMsg> {
  readonly #env: Env<ReplMsg>
  readonly #options: Options
  #role: 'follower' | 'candidate' | 'leader' = 'follower'
  #epoch = 0
  readonly #entries: Entry[] = []
  #fenced = new Map<NodeId, readonly Entry[]>()
  #progress = new Map<NodeId, Progress>()
  #pending: [upTo: number, event: string, data: unknown][] = []

  constructor(env: Env<ReplMsg>, options: Options) {
    this.#env = env
    this.#options = options
    if (!options.members.includes(env.id)) {
      throw new Error('sentinel-replicated-store-optimistic-class.ts: who am I?')
    }
  }

  start(): void {
    const { disk } = this.#env
    this.#epoch = disk.get<number>('epoch') ?? 0
    const length = disk.get<number>('length') ?? 0
    for (let index = 0; index < length; index++) {
      const entry = disk.get<Entry>(`entry ${index}`)
      if (entry !== undefined) this.#entries.push(entry)
    }
  }

  onTimer(name: string): void {
    if (name === 'fence' && this.#role === 'candidate') this.#askForObedience()
    if (name === 'append' && this.#role === 'leader') this.#heartbeat()
  }

  onMessage(from: NodeId, msg: ReplMsg): void {
    if (msg.epoch < this.#epoch) {
      if (msg.t === 'Fence' || msg.t === 'Append') {
        this.#env.send(from, { t: 'Refused', epoch: this.#epoch })
      }
      return
    }
    if (msg.epoch > this.#epoch) {
      this.#stepDown(msg.epoch)
      this.#env.disk.sync()
    }
    switch (msg.t) {
      case 'Fence':
        this.#env.send(from, { t: 'Fenced', epoch: this.#epoch, log: [...this.#entries] })
        break
      case 'Append': {
        const upTo = this.#accept(msg)
        this.#env.disk.sync()
        this.#env.send(from, { t: 'Appended', epoch: this.#epoch, upTo })
        break
      }
      case 'Fenced':
        this.#onFenced(from, msg)
        break
      case 'Appended':
        this.#onAppended(from, msg)
        break
      case 'Refused':
        break
    }
  }

  promote(epoch: number): void {
    if (!(epoch > this.#epoch)) return
    this.#stepDown(epoch)
    this.#env.disk.sync()
    this.#role = 'candidate'
    this.#fenced = new Map()
    this.#askForObedience()
  }

  put(key: string, value: string | null, requestId: string): void {
    if (this.#role !== 'leader') {
      this.#env.emit('refused', requestId)
      return
    }
    this.#write(key, value)
    this.#publish('acked', requestId)
  }

  takeBackup(): { entries: Entry[] } {
    const place = this.#entries.findIndex(({ format }) => format !== 1)
    if (place >= 0) throw new TypeError(`entry ${place + 1} cannot be replayed`)
    return structuredCopy({ entries: this.#entries })
  }

  restoreFrom(backup: { readonly entries: readonly Entry[] }, upTo: number): void {
    if (this.#role !== 'leader') throw new Error('only the leader restores')
    const wanted = replay(backup.entries.filter((entry) => entry.at <= upTo))
    const present = replay(this.#entries)
    for (const key of present.keys()) if (!wanted.has(key)) this.#write(key, null)
    for (const [key, value] of wanted) if (present.get(key) !== value) this.#write(key, value)
    this.#publish('restored', upTo)
  }

  #stepDown(epoch: number): void {
    this.#epoch = epoch
    this.#role = 'follower'
    this.#pending = []
    this.#env.clearTimer('fence')
    this.#env.clearTimer('append')
    this.#env.disk.put('epoch', epoch)
  }

  #askForObedience(): void {
    for (const peer of this.#env.peers) {
      if (!this.#fenced.has(peer)) this.#env.send(peer, { t: 'Fence', epoch: this.#epoch })
    }
    this.#env.setTimer('fence', 150)
  }

  #onFenced(from: NodeId, { log }: Fenced): void {
    if (this.#role !== 'candidate') return
    this.#fenced.set(from, log)
    if (this.#fenced.size + 1 < this.#majority) return
    let best: readonly Entry[] = [...this.#entries]
    for (const other of this.#fenced.values()) if (isBetter(other, best)) best = other
    this.#replace(0, best)
    this.#env.disk.sync()
    this.#role = 'leader'
    this.#progress = new Map()
    for (const peer of this.#env.peers) {
      const next = Math.min(best.length, this.#fenced.get(peer)?.length ?? best.length)
      this.#progress.set(peer, { next, sure: 0 })
    }
    this.#env.clearTimer('fence')
    this.#env.emit('leader', { epoch: this.#epoch, entries: best.length })
    this.#heartbeat()
  }

  #onAppended(from: NodeId, { upTo }: Appended): void {
    const progress = this.#progress.get(from)
    if (this.#role !== 'leader' || progress === undefined) return
    if (upTo === 0) {
      progress.next = Math.max(progress.sure, Math.floor(progress.next / 2))
      return
    }
    progress.sure = Math.max(progress.sure, upTo)
    progress.next = Math.max(progress.next, progress.sure)
    this.#settle()
  }

  /** Always to everybody: whoever has it all gets an empty one, as a sign of life. */
  #heartbeat(): void {
    for (const [peer, { next }] of this.#progress) {
      this.#env.send(peer, {
        t: 'Append',
        epoch: this.#epoch,
        prev: next,
        prevEpoch: this.#entries[next - 1]?.epoch ?? 0,
        entries: this.#entries.slice(next),
      })
    }
    this.#env.setTimer('append', 70)
  }

  #accept({ prev, prevEpoch, entries }: Append): number {
    if (prev !== 0 && this.#entries[prev - 1]?.epoch !== prevEpoch) return 0
    const end = prev + entries.length
    const differs = entries.findIndex((entry, index) => {
      return this.#entries[prev + index]?.epoch !== entry.epoch
    })
    if (differs >= 0) this.#replace(prev + differs, entries.slice(differs))
    const next = this.#entries[end]
    if (next !== undefined && next.epoch < this.#epoch) this.#replace(end, [])
    return end
  }

  /** Replaces what is behind a place. */
  #replace(from: number, entries: readonly Entry[]): void {
    this.#entries.splice(from, Infinity, ...entries)
    for (const [index, entry] of entries.entries()) {
      this.#env.disk.put(`entry ${from + index}`, entry)
    }
    this.#env.disk.put('length', this.#entries.length)
  }

  #write(key: string, value: string | null): void {
    const last = this.#entries.at(-1)
    const now = this.#env.now()
    const at = last !== undefined && last.at > now ? last.at : now
    this.#replace(this.#entries.length, [{ epoch: this.#epoch, at, key, value, format: 1 }])
  }

  #publish(event: string, data: unknown): void {
    this.#env.disk.sync()
    this.#pending.push([this.#entries.length, event, data])
    this.#heartbeat()
    this.#settle()
  }

  #settle(): void {
    const confirmed = [this.#entries.length]
    for (const { sure } of this.#progress.values()) confirmed.push(sure)
    const sorted = confirmed.toSorted((a, b) => b - a)
    const safe = this.#options.mode === 'async' ? sorted[0] : sorted[this.#majority - 1]
    const ready = this.#pending.filter(([upTo]) => upTo <= (safe ?? 0))
    this.#pending = this.#pending.filter(([upTo]) => upTo > (safe ?? 0))
    for (const [, event, data] of ready) this.#env.emit(event, data)
  }

  get #majority(): number {
    return Math.floor(this.#options.members.length / 2) + 1
  }
}

export function createReplica(env: Env<ReplMsg>, options: Options): Store {
  return new Store(env, options)
}

function isBetter(a: readonly Entry[], b: readonly Entry[]): boolean {
  const [last, other] = [a.at(-1)?.epoch ?? 0, b.at(-1)?.epoch ?? 0]
  return last === other ? a.length > b.length : last > other
}

function replay(entries: Iterable<Entry>): Map<string, string> {
  const state = new Map<string, string>()
  for (const { key, value } of entries) {
    state.delete(key)
    if (value !== null) state.set(key, value)
  }
  return state
}

function structuredCopy({ entries }: { entries: readonly Entry[] }): { entries: Entry[] } {
  return { entries: entries.map((entry) => Object.freeze({ ...entry })) }
}
