import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Entry = Readonly<{
  epoch: number
  at: number
  key: string
  value: string | null
  format: number
}>
type Log = readonly Entry[]
export type ReplMsg =
  | { t: 'Fence' | 'Refused'; epoch: number }
  | { t: 'Fenced'; epoch: number; log: Log }
  | { t: 'Append'; epoch: number; prev: number; prevEpoch: number; entries: Log }
  | { t: 'Appended'; epoch: number; upTo: number }

type Self = Readonly<{ id: NodeId; peers: readonly NodeId[]; needed: number; isAsync: boolean }>
type Promise_ = Readonly<{ upTo: number; event: string; data: unknown }>

/** All that a replica is; a step makes a new one of it. */
type State = Readonly<{
  epoch: number
  log: Log
  role:
    | { kind: 'follows' }
    | { kind: 'gathers'; logs: ReadonlyMap<NodeId, Log> }
    | { kind: 'leads'; has: ReadonlyMap<NodeId, number>; promises: readonly Promise_[] }
}>
type Cause =
  | { kind: 'message'; from: NodeId; msg: ReplMsg }
  | { kind: 'time' }
  | { kind: 'promotion'; epoch: number }
  | { kind: 'writes'; writes: readonly [string, string | null][]; event: string; data: unknown }
type Effect = { to: NodeId; msg: ReplMsg } | { event: string; data: unknown } | 'wake me'
type Step = { state: State; effects: readonly Effect[] }

export const createReplica = (
  env: Env<ReplMsg>,
  { mode, members }: { mode: 'async' | 'quorum'; members: readonly NodeId[] },
) => {
  const needed = (members.length - (members.length % 2)) / 2 + 1
  const self: Self = { id: env.id, peers: env.peers, needed, isAsync: mode === 'async' }
  let state = revived(env.disk.get('epoch'), env.disk.get('log'))

  const handle = (cause: Cause): void => {
    const before = state
    const { state: after, effects } = step(self, before, cause, env.now())
    if (after.epoch !== before.epoch) env.disk.put('epoch', after.epoch)
    if (after.log !== before.log) env.disk.put('log', after.log)
    env.disk.sync()
    state = after
    for (const effect of effects) {
      if (effect === 'wake me') env.setTimer('wake', 40)
      else if ('msg' in effect) env.send(effect.to, effect.msg)
      else env.emit(effect.event, effect.data)
    }
  }

  return {
    start() {},
    onMessage: (from: NodeId, msg: ReplMsg) => handle({ kind: 'message', from, msg }),
    onTimer: () => handle({ kind: 'time' }),
    promote: (epoch: number) => handle({ kind: 'promotion', epoch }),
    put: (key: string, value: string | null, data: string) =>
      handle({ kind: 'writes', writes: [[key, value]], event: 'acked', data }),
    takeBackup: () => ({ entries: state.log.map(readable) }),
    restoreFrom({ entries }: { readonly entries: Log }, upTo: number) {
      if (state.role.kind !== 'leads') throw new RangeError('this replica leads nobody')
      const then = fold(entries.filter((entry) => !(entry.at > upTo)))
      const now = fold(state.log)
      const writes = [...new Set([...now.keys(), ...then.keys()])]
        .toSorted()
        .map((key): [string, string | null] => [key, then.get(key) ?? null])
      handle({ kind: 'writes', writes, event: 'restored', data: upTo })
    },
  } satisfies Node<ReplMsg> & Record<string, unknown>
}

function revived(epoch: number | undefined, log: Log | undefined): State {
  return { epoch: epoch ?? 0, log: log ?? [], role: { kind: 'follows' } }
}

/** The protocol alone: no disk, no timers, no network. */
function step(self: Self, state: State, cause: Cause, now: number): Step {
  switch (cause.kind) {
    case 'time':
      return { state, effects: reminders(self, state) }
    case 'promotion': {
      if (cause.epoch <= state.epoch) return { state, effects: [] }
      const { log } = state
      const next: State = { epoch: cause.epoch, log, role: { kind: 'gathers', logs: new Map() } }
      return { state: next, effects: reminders(self, next) }
    }
    case 'writes':
      return wrote(self, state, cause, now)
    case 'message': {
      const { epoch } = cause.msg
      const heard = epoch > state.epoch ? revived(epoch, state.log) : state
      return epoch < heard.epoch ? refused(heard, cause) : answered(self, heard, cause)
    }
  }
}

function refused(state: State, { from, msg }: { from: NodeId; msg: ReplMsg }): Step {
  if (msg.t !== 'Fence' && msg.t !== 'Append') return { state, effects: [] }
  return { state, effects: [{ to: from, msg: { t: 'Refused', epoch: state.epoch } }] }
}

function answered(self: Self, state: State, { from, msg }: { from: NodeId; msg: ReplMsg }): Step {
  const { epoch, log, role } = state
  if (msg.t === 'Fence') {
    return { state, effects: [{ to: from, msg: { t: 'Fenced', epoch, log } }] }
  }
  if (msg.t === 'Append') {
    const fits = msg.prev === 0 || log[msg.prev - 1]?.epoch === msg.prevEpoch
    const end = msg.prev + msg.entries.length
    const later = log.filter((entry, index) => index >= end && entry.epoch === epoch)
    const next = fits ? [...log.slice(0, msg.prev), ...msg.entries, ...later] : log
    const upTo = fits ? end : 0
    return {
      state: { ...state, log: next },
      effects: [{ to: from, msg: { t: 'Appended', epoch, upTo } }],
    }
  }
  if (msg.t === 'Fenced' && role.kind === 'gathers') {
    const logs = new Map(role.logs).set(from, msg.log)
    if (1 + logs.size < self.needed)
      return { state: { ...state, role: { ...role, logs } }, effects: [] }
    const best = [...logs.values()].reduce((a, b) => (rank(b) > rank(a) ? b : a), log)
    const next: State = {
      epoch,
      log: best,
      role: { kind: 'leads', has: new Map(), promises: [] },
    }
    return {
      state: next,
      effects: [{ event: 'leader', data: { epoch } }, ...reminders(self, next)],
    }
  }
  if (msg.t === 'Appended' && role.kind === 'leads') {
    const has = new Map(role.has).set(from, Math.max(msg.upTo, role.has.get(from) ?? 0))
    return kept(self, { ...state, role: { ...role, has } })
  }
  return { state, effects: [] }
}

function wrote(
  self: Self,
  state: State,
  { writes, event, data }: Extract<Cause, { kind: 'writes' }>,
  now: number,
): Step {
  if (state.role.kind !== 'leads') return { state, effects: [{ event: 'refused', data }] }
  const at = [now, ...state.log.slice(-1).map((entry) => entry.at)].reduce((a, b) => Math.max(a, b))
  const { epoch } = state
  const added = writes.map(([key, value]): Entry => ({ epoch, at, key, value, format: 1 }))
  const log = [...state.log, ...added]
  const promises = [...state.role.promises, { upTo: log.length, event, data }]
  const next = kept(self, { ...state, log, role: { ...state.role, promises } })
  return { state: next.state, effects: [...next.effects, ...reminders(self, next.state)] }
}

/** Keeps the promises that may be kept by now. */
function kept(self: Self, state: State): Step {
  const { role } = state
  if (role.kind !== 'leads') return { state, effects: [] }
  const isDue = ({ upTo }: Promise_): boolean => {
    const holders = self.peers.filter((peer) => (role.has.get(peer) ?? 0) >= upTo)
    return self.isAsync || holders.length + 1 >= self.needed
  }
  const promises = role.promises.filter((promise) => !isDue(promise))
  const effects = role.promises.filter(isDue).map(({ event, data }) => ({ event, data }))
  return { state: { ...state, role: { ...role, promises } }, effects }
}

/** What those who have not answered have to be told. */
function reminders({ peers }: Self, { epoch, log, role }: State): Effect[] {
  switch (role.kind) {
    case 'follows':
      return []
    case 'gathers': {
      const silent = peers.filter((peer) => !role.logs.has(peer))
      return [...silent.map((to): Effect => ({ to, msg: { t: 'Fence', epoch } })), 'wake me']
    }
    case 'leads': {
      const behind = peers.filter((peer) => role.has.get(peer) !== log.length)
      const told = behind.map((to): Effect => {
        const prev = role.has.get(to) ?? 0
        const prevEpoch = prev === 0 ? 0 : (log[prev - 1]?.epoch ?? 0)
        return { to, msg: { t: 'Append', epoch, prev, prevEpoch, entries: log.slice(prev) } }
      })
      return [...told, 'wake me']
    }
  }
}

/** Larger is better: first the last epoch, then the length. */
function rank(log: Log): number {
  const LENGTH_MAX = 2 ** 30
  if (log.length >= LENGTH_MAX) throw new Error('sentinel-replicated-store-pure-steps.ts: too long')
  return (log.at(-1)?.epoch ?? 0) * LENGTH_MAX + log.length
}

function fold(log: Log): Map<string, string> {
  return log.reduce((state, { key, value }) => {
    if (value === null) state.delete(key)
    else state.set(key, value)
    return state
  }, new Map<string, string>())
}

function readable(entry: Entry): Entry {
  if (entry.format === 1) return entry
  throw new Error(`cannot replay format ${entry.format}`)
}
