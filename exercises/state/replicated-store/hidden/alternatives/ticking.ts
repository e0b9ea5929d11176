import type { Env, Node, NodeId } from '@five-pillars/simulator'

export type ReplMsg = { t: string; epoch: number } & Partial<{
  log: readonly Entry[]
  entries: readonly Entry[]
  prev: number
  prevEpoch: number
  upTo: number
}>
interface Entry {
  epoch: number
  at: number
  key: string
  value: string | null
  format: number
}
interface Kept {
  epoch: number
  entries: readonly Entry[]
}

const TICK_MS = 90

interface Replica extends Node<ReplMsg> {
  put(key: string, value: string | null, id: string): void
  promote(epoch: number): void
  restoreFrom(backup: { entries: readonly Entry[] }, upTo: number): void
  takeBackup(): { entries: Entry[] }
}

/** A clock ticks from the first moment on; handlers are looked up by the kind of a message. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this solution
export function createReplica(
  env: Env<ReplMsg>,
  options: { mode: string; members: readonly NodeId[] },
): Replica {
  let kept: Kept = { epoch: 0, entries: [] }
  /** The epoch that this replica gathers for, and the one that it leads; 0: none. */
  let gathers = 0
  let leads = 0
  let obedient: { from: NodeId; log: readonly Entry[] }[] = []
  let holds: Record<NodeId, number> = blank()
  let open: { place: number; say: () => void }[] = []

  function store(change: Partial<Kept>): void {
    kept = { ...kept, ...change }
    env.disk.put('state', JSON.stringify(kept))
    env.disk.sync()
  }

  function learn(epoch: number): void {
    store({ epoch })
    open = []
    gathers = leads = 0
  }

  function isMost(others: number): boolean {
    return others + 1 > options.members.length / 2
  }

  function talk(): void {
    for (const peer of env.peers) {
      if (gathers > 0 && obedient.every(({ from }) => from !== peer)) {
        env.send(peer, { t: 'Fence', epoch: gathers })
      }
      if (leads === 0) continue
      const prev = holds[peer] ?? 0
      if (peer in holds && prev === kept.entries.length) continue
      const prevEpoch = kept.entries[prev - 1]?.epoch ?? 0
      const entries = kept.entries.filter((_, index) => index >= prev)
      env.send(peer, { t: 'Append', epoch: leads, prev, prevEpoch, entries })
    }
  }

  function settle(): void {
    for (;;) {
      const [first] = open
      if (first === undefined) return
      const others = env.peers.filter((peer) => (holds[peer] ?? 0) >= first.place)
      if (options.mode !== 'async' && !isMost(others.length)) return
      open = open.slice(1)
      first.say()
    }
  }

  function add(writes: Iterable<readonly [string, string | null]>, say: () => void): void {
    const at = Math.max(env.now(), ...kept.entries.map((entry) => entry.at))
    const more = Array.from(writes, ([key, value]) => ({ epoch: leads, at, key, value, format: 1 }))
    store({ entries: kept.entries.concat(more) })
    open = [...open, { place: kept.entries.length, say }]
    talk()
    settle()
  }

  const on: Record<string, (from: NodeId, msg: ReplMsg) => void> = {
    Fence: (from) => env.send(from, { t: 'Fenced', epoch: kept.epoch, log: kept.entries }),
    Append(from, { prev = 0, prevEpoch = 0, entries = [] }) {
      const end = prev + entries.length
      const fits = prev === 0 || kept.entries[prev - 1]?.epoch === prevEpoch
      if (fits) {
        // This leader never has less than it once had: its own entries are not taken back.
        const own = kept.entries.slice(end).filter((entry) => entry.epoch === kept.epoch)
        store({ entries: [...kept.entries.slice(0, prev), ...entries, ...own] })
      }
      env.send(from, { t: 'Appended', epoch: kept.epoch, upTo: fits ? end : 0 })
    },
    Fenced(from, { log = [] }) {
      if (gathers === 0) return
      obedient = [...obedient.filter((one) => one.from !== from), { from, log }]
      if (!isMost(obedient.length)) return
      const logs = [kept.entries, ...obedient.map((one) => one.log)]
      const [best = []] = logs.toSorted((a, b) => last(b) - last(a) || b.length - a.length)
      leads = gathers
      gathers = 0
      holds = blank()
      store({ entries: best })
      env.emit('leader', { epoch: leads })
      talk()
    },
    Appended(from, { upTo = 0 }) {
      if (leads === 0) return
      if (!(from in holds) || upTo > (holds[from] ?? 0)) holds[from] = upTo
      settle()
    },
  }

  return {
    start() {
      const text = env.disk.get<string>('state')
      if (text !== undefined) kept = JSON.parse(text)
      env.setTimer('tick', TICK_MS)
    },
    onTimer() {
      talk()
      env.setTimer('tick', TICK_MS)
    },
    onMessage(from, msg) {
      if (msg.epoch > kept.epoch) learn(msg.epoch)
      if (msg.epoch === kept.epoch) on[msg.t]?.(from, msg)
      else if (['Fence', 'Append'].includes(msg.t)) {
        env.send(from, { t: 'Refused', epoch: kept.epoch })
      }
    },
    promote(epoch: number) {
      if (epoch <= kept.epoch) return
      learn(epoch)
      gathers = epoch
      obedient = []
      talk()
    },
    put(key: string, value: string | null, id: string) {
      if (leads === 0) return env.emit('refused', id)
      add([[key, value]], () => env.emit('acked', id))
    },
    takeBackup() {
      replayed(kept.entries)
      return JSON.parse(JSON.stringify({ entries: kept.entries }))
    },
    restoreFrom(backup: { entries: readonly Entry[] }, upTo: number) {
      if (leads === 0) throw new Error('sentinel-replicated-store-ticking.ts: it does not lead')
      const writes = new Map<string, string | null>()
      for (const { key } of kept.entries) writes.set(key, null)
      for (const { key, value, at } of backup.entries) if (at <= upTo) writes.set(key, value)
      add(writes, () => env.emit('restored', upTo))
    },
  }
}

function blank(): Record<NodeId, number> {
  return Object.create(null)
}

function last(log: readonly Entry[]): number {
  return log.at(-1)?.epoch ?? 0
}

function replayed(log: readonly Entry[]): void {
  for (const [index, { format }] of log.entries()) {
    if (format !== 1) throw new Error(`entry ${index + 1} has format ${format}`)
  }
}
