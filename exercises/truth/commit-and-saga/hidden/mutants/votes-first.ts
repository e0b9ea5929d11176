import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Vote = 'yes' | 'no' | 'read'
type TxMsg =
  | { t: 'Prepare' | 'Done' | 'Ask'; tx: string }
  | { t: 'Vote'; tx: string; vote: Vote }
  | { t: 'Decide'; tx: string; commit: boolean }
type Coordinator = Node<TxMsg> & { begin(tx: string, parts: readonly NodeId[]): void }
type Db = { prepare(tx: string): Vote; commit(tx: string): void; abort(tx: string): void }
type Tx = { parts: readonly NodeId[]; waiting: readonly NodeId[]; commit?: boolean; tries: number }
type State = 'ran' | 'failed' | 'undone'
type Task = { t: 'Run' | 'Undo'; saga: string; step: NodeId }
type SagaMsg = Task | { t: 'Answer'; saga: string; step: NodeId; what: State }
type Call = (saga: string) => Promise<boolean>
type Step = { name: NodeId; run: Call; compensate: Call }
type Saga = Node<SagaMsg> & { start(id?: string): void }
const AGAIN_MS = 60
const TRIES = 16

/** Two-phase commit that presumes abort (Mohan, Lindsay and Obermarck 1986). */
export function createCoordinator(env: Env<TxMsg>): Coordinator {
  const { disk } = env
  const all = new Map(disk.get<[string, Tx][]>('commits') ?? [])
  function tell(tx: string): void {
    const one = all.get(tx)
    if (one === undefined || one.waiting.length === 0) return
    const { commit } = one
    if (commit === undefined && one.tries-- === 0) return decide(tx, one, false)
    const msg: TxMsg = commit === undefined ? { t: 'Prepare', tx } : { t: 'Decide', tx, commit }
    for (const part of one.waiting) env.send(part, msg)
    env.setTimer(tx, AGAIN_MS)
  }
  function decide(tx: string, { parts }: Tx, commit: boolean): void {
    all.set(tx, { parts, waiting: parts, commit, tries: 0 })
    const commits = [...all].filter(([, one]) => one.commit)
    disk.put('commits', commits)
    disk.sync()
    env.emit(commit ? 'committed' : 'aborted', tx)
    tell(tx)
  }
  return {
    start: () => [...all.keys()].forEach((tx) => tell(tx)),
    begin(tx, parts) {
      all.set(tx, { parts, waiting: parts, tries: TRIES })
      tell(tx)
    },
    onTimer: tell,
    onMessage(from, msg) {
      const { tx } = msg
      const one = all.get(tx) ?? { parts: [], waiting: [], commit: false, tries: 0 }
      const { commit } = one
      const waiting = one.waiting.filter((part) => part !== from)
      if (commit !== undefined && msg.t === 'Ask') env.send(from, { t: 'Decide', tx, commit })
      if (commit !== undefined && msg.t === 'Done') all.set(tx, { ...one, waiting })
      if (commit !== undefined || msg.t !== 'Vote' || !one.waiting.includes(from)) return
      const parts = msg.vote === 'read' ? one.parts.filter((part) => part !== from) : one.parts
      all.set(tx, { ...one, parts, waiting })
      if (msg.vote === 'no' || waiting.length === 0)
        decide(tx, { ...one, parts }, msg.vote !== 'no')
    },
  }
}

export function createParticipant(env: Env<TxMsg>, db: Db): Node<TxMsg> {
  const { disk } = env
  /** Who coordinates what this participant has said yes to, and has heard no decision of. */
  const inDoubt = new Map(disk.get<[string, NodeId][]>('in doubt') ?? [])
  function keep(tx: string): void {
    disk.put('in doubt', [...inDoubt])
    disk.sync()
    env.setTimer(tx, AGAIN_MS)
  }
  function ask(tx: string): void {
    const coordinator = inDoubt.get(tx)
    if (coordinator === undefined) return
    env.send(coordinator, { t: 'Ask', tx })
    env.setTimer(tx, AGAIN_MS)
  }
  return {
    start() {
      for (const tx of inDoubt.keys()) db.prepare(tx)
      for (const tx of inDoubt.keys()) ask(tx)
    },
    onTimer: ask,
    onMessage(from, msg) {
      const { t, tx } = msg
      if (t === 'Prepare' && disk.get(`ended ${tx}`) === undefined) {
        const vote = db.prepare(tx)
        if (vote === 'yes' && !inDoubt.has(tx)) {
          env.send(from, { t: 'Vote', tx, vote })
          inDoubt.set(tx, from)
          return keep(tx)
        }
        env.send(from, { t: 'Vote', tx, vote })
      } else if (t === 'Decide') {
        if (inDoubt.delete(tx)) {
          if (msg.commit) db.commit(tx)
          else db.abort(tx)
          disk.put(`ended ${tx}`, true)
          keep(tx)
        }
        env.send(from, { t: 'Done', tx })
      }
    },
  }
}

/** A saga (Garcia-Molina and Salem 1987) that is led from one place. */
export function createSaga(env: Env<SagaMsg>, steps: readonly Step[]): Saga {
  const { disk } = env
  const open = new Map<string, { at: number; isBack: boolean }>()
  const busy = new Set<string>()
  function keep(key: string, value: unknown): void {
    disk.put(key, value)
    disk.sync()
  }
  function lead(saga: string): void {
    const { at, isBack } = open.get(saga) ?? { at: -1, isBack: false }
    const step = steps[at]?.name
    if (step !== undefined) {
      env.send(step, { t: isBack ? 'Undo' : 'Run', saga, step })
      env.setTimer(saga, AGAIN_MS)
    } else if (open.delete(saga)) {
      env.emit(isBack ? 'undone' : 'done', saga)
      keep('open', [...open.keys()])
    }
  }
  /** What has become of a step is on the disk together with what it has done. */
  async function act(from: NodeId, { t, saga, step: name }: Task): Promise<void> {
    const step = steps.find((each) => each.name === name)
    if (step === undefined || busy.has(saga)) return
    const was = disk.get<State>(`step ${saga}`)
    let is = was
    busy.add(saga)
    if (t === 'Run' && was === undefined) is = (await step.run(saga)) ? 'ran' : 'failed'
    if (t === 'Undo' && (was !== 'ran' || (await step.compensate(saga)))) is = 'undone'
    busy.delete(saga)
    if (is !== was) keep(`step ${saga}`, is)
    if (is === undefined || (t === 'Undo' && is === 'ran')) return
    const what = t === 'Run' && is === 'undone' ? 'failed' : is
    env.send(from, { t: 'Answer', saga, step: name, what })
  }
  return {
    start(id?: string) {
      // After a crash a saga begins anew: its steps know what has become of them.
      const sagas = id === undefined ? (disk.get<string[]>('open') ?? []) : [id]
      for (const saga of sagas) open.set(saga, { at: 0, isBack: false })
      keep('open', [...open.keys()])
      for (const saga of sagas) lead(saga)
    },
    onTimer: lead,
    onMessage(from, msg) {
      if (msg.t !== 'Answer') return void act(from, msg)
      const one = open.get(msg.saga)
      if (steps[one?.at ?? -1]?.name !== msg.step || one?.isBack !== (msg.what === 'undone')) return
      one.at += msg.what === 'ran' ? 1 : -1
      one.isBack ||= msg.what === 'failed'
      lead(msg.saga)
    },
  }
}

if (TRIES < 1) throw new Error('sentinel-commit-and-saga-votes-first.ts')
