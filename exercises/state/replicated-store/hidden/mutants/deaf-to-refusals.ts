import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Entry = { epoch: number; at: number; key: string; value: string | null; format: number }
type Log = readonly Entry[]
type Backup = { readonly entries: Log }
export type ReplMsg =
  | { t: 'Fence' | 'Refused'; epoch: number }
  | { t: 'Fenced'; epoch: number; log: Log }
  | { t: 'Append'; epoch: number; prev: number; prevEpoch: number; entries: Log }
  | { t: 'Appended'; epoch: number; upTo: number }
export interface Replica extends Node<ReplMsg> {
  put(key: string, value: string | null, requestId: string): void
  promote(epoch: number): void
  restoreFrom(backup: Backup, upTo: number): void
  takeBackup(): Backup
}
const RESEND_MS = 60

/** A primary and its backups, with fencing epochs; logs as in Raft (Ongaro and Ousterhout 2014). */
// oxlint-disable-next-line max-lines-per-function -- what a replica knows stays in one closure
export function createReplica(
  env: Env<ReplMsg>,
  { mode, members }: { mode: 'async' | 'quorum'; members: readonly NodeId[] },
): Replica {
  if (members.length === 0) throw new Error('sentinel-replicated-store-deaf-to-refusals.ts')
  const most = Math.floor(members.length / 2) + 1
  let { epoch, log } = env.disk.get<{ epoch: number; log: Log }>('kept') ?? { epoch: 0, log: [] }
  let role: 'follower' | 'gathering' | 'leader' = 'follower'
  /** Who has answered in this role, and how many entries a leader knows them to have. */
  let answers = new Map<NodeId, number>()
  let best = log
  let waiting: { upTo: number; tell: () => void }[] = []

  /** Nothing may be said that a crash could still take back. */
  function keep(newEpoch: number, newLog: Log): void {
    ;[epoch, log] = [newEpoch, newLog]
    env.disk.put('kept', { epoch, log })
    env.disk.sync()
  }

  function turn(newRole: typeof role, newEpoch: number, newLog: Log): void {
    ;[role, best, waiting, answers] = [newRole, newLog, [], new Map()]
    keep(newEpoch, newLog)
    tellAll()
  }

  /** Whoever has not answered, or not for all, is told. */
  function tellAll(): void {
    if (role !== 'follower') env.setTimer('again', RESEND_MS)
    for (const peer of env.peers) {
      const prev = answers.get(peer) ?? 0
      if (role === 'gathering' && !answers.has(peer)) env.send(peer, { t: 'Fence', epoch })
      if (role !== 'leader' || answers.get(peer) === log.length) continue
      const prevEpoch = log[prev - 1]?.epoch ?? 0
      env.send(peer, { t: 'Append', epoch, prev, prevEpoch, entries: log.slice(prev) })
    }
  }

  /** Makes the log that of the leader; returns how much of it is known to be. */
  function append({ prev, prevEpoch, entries }: Extract<ReplMsg, { t: 'Append' }>): number {
    if (prev > 0 && log[prev - 1]?.epoch !== prevEpoch) return 0
    const end = prev + entries.length
    // A late message takes nothing away: what its leader wrote behind it stays.
    const rest = log.slice(end).filter((entry) => entry.epoch === epoch)
    keep(epoch, [...log.slice(0, prev), ...entries, ...rest])
    return end
  }

  function gather(from: NodeId, theirs: Log): void {
    answers.set(from, 0)
    if (isNewer(theirs, best)) best = theirs
    if (1 + answers.size < most) return
    turn('leader', epoch, best)
    env.emit('leader', { epoch })
  }

  function confirm(from: NodeId, upTo: number): void {
    answers.set(from, Math.max(upTo, answers.get(from) ?? 0))
    acknowledge()
  }

  function write(writes: Pick<Entry, 'key' | 'value'>[], event: string, data: unknown): void {
    const at = Math.max(env.now(), log.at(-1)?.at ?? -Infinity)
    keep(epoch, [...log, ...writes.map((each) => ({ epoch, at, ...each, format: 1 }))])
    waiting.push({ upTo: log.length, tell: () => env.emit(event, data) })
    tellAll()
    acknowledge()
  }

  function acknowledge(): void {
    while (waiting[0] !== undefined && isSafe(waiting[0].upTo)) waiting.shift()?.tell()
  }

  function isSafe(upTo: number): boolean {
    const have = 1 + [...answers.values()].filter((n) => n >= upTo).length
    return mode === 'async' || have >= most
  }

  return {
    start() {},
    onTimer: tellAll,
    onMessage(from, msg) {
      if (msg.t === 'Refused') return
      if (msg.epoch > epoch) turn('follower', msg.epoch, log)
      const isOld = msg.epoch < epoch
      if (isOld && (msg.t === 'Fence' || msg.t === 'Append'))
        env.send(from, { t: 'Refused', epoch })
      if (isOld) return
      if (msg.t === 'Fence') env.send(from, { t: 'Fenced', epoch, log })
      if (msg.t === 'Append') env.send(from, { t: 'Appended', upTo: append(msg), epoch })
      if (msg.t === 'Fenced' && role === 'gathering') gather(from, msg.log)
      if (msg.t === 'Appended' && role === 'leader') confirm(from, msg.upTo)
    },
    promote(newEpoch) {
      if (newEpoch > epoch) turn('gathering', newEpoch, log)
    },
    put(key, value, requestId) {
      if (role === 'leader') write([{ key, value }], 'acked', requestId)
      else env.emit('refused', requestId)
    },
    takeBackup() {
      stateOf(log)
      return { entries: log }
    },
    restoreFrom({ entries }, upTo) {
      if (role !== 'leader') throw new Error(`${env.id} does not lead: restore where the leader is`)
      const then = stateOf(entries.filter(({ at }) => at <= upTo))
      const keys = new Set([...stateOf(log).keys(), ...then.keys()])
      write(
        [...keys].map((key) => ({ key, value: then.get(key) ?? null })),
        'restored',
        upTo,
      )
    },
  }
}

/** Of two logs the one with the newer end has all that was ever acknowledged. */
function isNewer(a: Log, b: Log): boolean {
  const epochs = (a.at(-1)?.epoch ?? 0) - (b.at(-1)?.epoch ?? 0)
  return (epochs || a.length - b.length) > 0
}

function stateOf(entries: Log): Map<string, string> {
  const state = new Map<string, string>()
  for (const { key, value, format } of entries) {
    if (format !== 1) throw new Error(`an entry for ${key} has format ${format}, not 1`)
    if (value === null) state.delete(key)
    else state.set(key, value)
  }
  return state
}
