import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Entry = { epoch: number; at: number; key: string; value: string | null; format: number }
type Log = readonly Entry[]
export type ReplMsg =
  | { t: 'Fence' | 'Refused'; epoch: number }
  | { t: 'Fenced'; epoch: number; log: Log }
  | { t: 'Append'; epoch: number; prev: number; prevEpoch: number; entries: Log }
  | { t: 'Appended'; epoch: number; upTo: number }
type Options = { mode: 'async' | 'quorum'; members: readonly NodeId[] }
const RESEND_MS = 60

/** A primary and its backups, with fencing epochs; logs as in Raft (Ongaro and Ousterhout 2014). */
// oxlint-disable-next-line max-lines-per-function -- what a replica knows stays in one closure
export function createReplica(env: Env<ReplMsg>, { mode, members }: Options) {
  if (members.length === 0) throw new Error('sentinel-replicated-store-one-by-one.ts')
  const half = Math.floor(members.length / 2)
  let { epoch, log } = env.disk.get<{ epoch: number; log: Log }>('kept') ?? { epoch: 0, log: [] }
  let role: 'follower' | 'gathering' | 'leader' = 'follower'
  /** Who has answered in this role, and how many entries a leader knows them to have. */
  let answers = new Map<NodeId, number>()
  let waiting: { upTo: number; tell: () => void }[] = []

  /** How many entries most members are known to have; -1 while fewer have answered. */
  const known = (): number => [Infinity, ...answers.values()].toSorted((a, b) => b - a)[half] ?? -1

  /** Nothing may be said that a crash could still take back. */
  function keep(newEpoch: number, newLog: Log): void {
    ;[epoch, log] = [newEpoch, newLog]
    env.disk.put('kept', { epoch, log })
    env.disk.sync()
  }

  function turn(newRole: typeof role, newEpoch: number): void {
    ;[role, waiting, answers] = [newRole, [], new Map()]
    keep(newEpoch, log)
    tellAll()
  }

  /** Whoever has not answered, or not for all, is told. */
  function tellAll(): void {
    if (role !== 'follower') env.setTimer('again', RESEND_MS)
    for (const peer of env.peers) {
      const prev = answers.get(peer) ?? 0
      const prevEpoch = log[prev - 1]?.epoch ?? 0
      if (role === 'gathering' && !answers.has(peer)) env.send(peer, { t: 'Fence', epoch })
      if (role === 'leader' && answers.get(peer) !== log.length)
        env.send(peer, { t: 'Append', epoch, prev, prevEpoch, entries: log.slice(prev, prev + 1) })
    }
  }

  /** Takes the leader's log; what the same leader wrote behind a message that is late stays. */
  function append({ prev, prevEpoch, entries }: Extract<ReplMsg, { t: 'Append' }>): number {
    if (prev > 0 && log[prev - 1]?.epoch !== prevEpoch) return 0
    const rest = log.slice(prev + entries.length).filter((entry) => entry.epoch === epoch)
    keep(epoch, [...log.slice(0, prev), ...entries, ...rest])
    return prev + entries.length
  }

  /** Of two logs the one with the newer end has all that was ever acknowledged. */
  function gather(from: NodeId, theirs: Log): void {
    answers.set(from, 0)
    const epochs = (theirs.at(-1)?.epoch ?? 0) - (log.at(-1)?.epoch ?? 0)
    if ((epochs || theirs.length - log.length) > 0) keep(epoch, theirs)
    if (known() < 0) return
    turn('leader', epoch)
    env.emit('leader', { epoch })
  }

  function write(event: string, data: unknown, writes: Pick<Entry, 'key' | 'value'>[]): void {
    const at = Math.max(env.now(), log.at(-1)?.at ?? -Infinity)
    keep(epoch, [...log, ...writes.map((each) => ({ epoch, at, ...each, format: 1 }))])
    tellAll()
    if (mode === 'async') env.emit(event, data)
    else waiting.push({ upTo: log.length, tell: () => env.emit(event, data) })
  }

  return {
    start() {},
    onTimer: tellAll,
    onMessage(from: NodeId, msg: ReplMsg) {
      if (msg.epoch > epoch) turn('follower', msg.epoch)
      const isAsked = msg.t === 'Fence' || msg.t === 'Append'
      if (msg.epoch < epoch) return isAsked ? env.send(from, { t: 'Refused', epoch }) : undefined
      if (msg.t === 'Fence') env.send(from, { t: 'Fenced', epoch, log })
      if (msg.t === 'Append') env.send(from, { t: 'Appended', upTo: append(msg), epoch })
      if (msg.t === 'Fenced' && role === 'gathering') gather(from, msg.log)
      if (msg.t !== 'Appended' || role !== 'leader') return
      answers.set(from, Math.max(msg.upTo, answers.get(from) ?? 0))
      while (waiting[0] !== undefined && waiting[0].upTo <= known()) waiting.shift()?.tell()
    },
    promote(newEpoch: number) {
      if (newEpoch > epoch) turn('gathering', newEpoch)
    },
    put(key: string, value: string | null, requestId: string) {
      if (role === 'leader') write('acked', requestId, [{ key, value }])
      else env.emit('refused', requestId)
    },
    takeBackup() {
      valuesOf(log)
      return { entries: log }
    },
    restoreFrom({ entries }: { readonly entries: Log }, upTo: number) {
      if (role !== 'leader') throw new Error(`${env.id} does not lead: restore where the leader is`)
      const then = valuesOf(entries.filter(({ at }) => at <= upTo))
      const keys = new Set([...valuesOf(log).keys(), ...then.keys()])
      const writes = [...keys].map((key) => ({ key, value: then.get(key) ?? null }))
      write('restored', upTo, writes)
    },
  } satisfies Node<ReplMsg> & Record<string, unknown>
}

/** The last value of each key; null where it was deleted. */
function valuesOf(entries: Log): Map<string, string | null> {
  const odd = entries.find(({ format }) => format !== 1)
  if (odd !== undefined) throw new Error(`an entry for ${odd.key} has format ${odd.format}, not 1`)
  return new Map(entries.map(({ key, value }) => [key, value]))
}
