import type { Env, NodeId } from '@five-pillars/simulator'

type Vote = 'yes' | 'no' | 'read'
type What = 'ran' | 'failed' | 'undone'
type TxMsg =
  | { t: 'Prepare' | 'Done' | 'Ask'; tx: string }
  | { t: 'Vote'; tx: string; vote: Vote }
  | { t: 'Decide'; tx: string; commit: boolean }
type SagaMsg =
  | { t: 'Run' | 'Undo'; saga: string; step: NodeId }
  | { t: 'Answer'; saga: string; step: NodeId; what: What }
type Promised = (saga: string) => Promise<boolean>

/** A map that lives on the disk: every change of it is synced before anybody sees it. */
class Kept<Value> extends Map<string, Value> {
  readonly #save: () => void

  constructor({ disk }: Pick<Env<never>, 'disk'>, name: string) {
    super()
    for (const [key, value] of disk.get<[string, Value][]>(name) ?? []) super.set(key, value)
    this.#save = () => {
      disk.put(name, [...this])
      disk.sync()
    }
  }

  override set(key: string, value: Value): this {
    super.set(key, value)
    this.#save()
    return this
  }
}

/** Two-phase commit that presumes nothing: beginnings and aborts are written down too. */
export function createCoordinator(env: Env<TxMsg>) {
  type Begun = { parts: readonly NodeId[]; commit: boolean | null; silent: readonly NodeId[] }
  const log = new Kept<Begun>(env, 'log')
  const votes = new Map<string, Map<NodeId, Vote>>()

  const askOrTell = (tx: string): void => {
    const one = log.get(tx)
    if (one === undefined) return
    const given = votes.get(tx) ?? new Map<NodeId, Vote>()
    const { commit } = one
    const open = commit === null ? one.parts.filter((part) => !given.has(part)) : one.silent
    for (const part of open) {
      env.send(part, commit === null ? { t: 'Prepare', tx } : { t: 'Decide', tx, commit })
    }
    if (open.length > 0) env.setTimer(`talk:${tx}`, 120 + env.rng.int(40))
  }
  const decide = (tx: string, commit: boolean): void => {
    const { parts = [] } = log.get(tx) ?? {}
    const given = votes.get(tx) ?? new Map<NodeId, Vote>()
    const silent = parts.filter((part) => given.get(part) !== 'read')
    log.set(tx, { parts, commit, silent })
    env.emit(commit ? 'committed' : 'aborted', tx)
    askOrTell(tx)
  }

  return {
    start() {
      for (const [tx, { commit }] of Array.from(log)) {
        if (commit === null) decide(tx, false)
        else askOrTell(tx)
      }
    },
    begin(tx: string, parts: readonly NodeId[]) {
      votes.set(tx, new Map())
      log.set(tx, { parts, commit: null, silent: [] })
      env.setTimer(`stop:${tx}`, 1500)
      askOrTell(tx)
    },
    onTimer(name: string) {
      const [what, tx] = [name.slice(0, 5), name.slice(5)]
      if (what === 'talk:') askOrTell(tx)
      else if (log.get(tx)?.commit === null) decide(tx, false)
    },
    onMessage(from: NodeId, msg: TxMsg) {
      const { tx } = msg
      const one = log.get(tx)
      const given = votes.get(tx)
      if (msg.t === 'Ask' && one?.commit !== null) {
        env.send(from, { t: 'Decide', tx, commit: one?.commit ?? false })
      }
      if (msg.t === 'Done' && one !== undefined && one.silent.includes(from)) {
        log.set(tx, { ...one, silent: one.silent.filter((part) => part !== from) })
      }
      if (msg.t !== 'Vote' || one?.commit !== null || given === undefined) return
      if (!one.parts.includes(from) || given.has(from)) return
      given.set(from, msg.vote)
      if (msg.vote === 'no') decide(tx, false)
      else if (given.size === one.parts.length) decide(tx, true)
    },
  }
}

/** Remembers every vote, and asks as soon as it is in doubt. */
export function createParticipant(
  env: Env<TxMsg>,
  db: { prepare(tx: string): Vote; commit(tx: string): void; abort(tx: string): void },
) {
  const log = new Kept<{ from: NodeId; vote: Vote; isOver: boolean }>(env, 'log')
  const ask = (tx: string): void => {
    const one = log.get(tx)
    if (one?.vote !== 'yes' || one.isOver) return
    env.send(one.from, { t: 'Ask', tx })
    env.setTimer(tx, 150)
  }
  // In doubt before it was made: the locks come first of all.
  const doubts = [...log].filter(([, { vote, isOver }]) => vote === 'yes' && !isOver)
  for (const [tx] of doubts) db.prepare(tx)

  return {
    start: () => doubts.forEach(([tx]) => ask(tx)),
    onTimer: ask,
    onMessage(from: NodeId, msg: TxMsg) {
      const { tx } = msg
      const one = log.get(tx)
      switch (msg.t) {
        case 'Prepare': {
          if (one?.isOver === true) break
          const vote = one?.vote ?? db.prepare(tx)
          if (one === undefined) log.set(tx, { from, vote, isOver: false })
          env.send(from, { t: 'Vote', tx, vote })
          ask(tx)
          break
        }
        case 'Decide':
          if (one?.vote === 'yes' && !one.isOver) {
            db[msg.commit ? 'commit' : 'abort'](tx)
          }
          if (one?.isOver !== true) log.set(tx, { from, vote: one?.vote ?? 'no', isOver: true })
          env.send(from, { t: 'Done', tx })
          break
        case 'Vote':
        case 'Done':
        case 'Ask':
          break
      }
    },
  }
}

/** A saga is a generator of what to tell: answers go in, and it is played again after a crash. */
function* plan(
  names: readonly NodeId[],
): Generator<['Run' | 'Undo', NodeId], 'done' | 'undone', What> {
  const ran: NodeId[] = []
  for (const name of names) {
    const what = yield ['Run', name]
    if (what === 'ran') {
      ran.push(name)
      continue
    }
    for (const each of ran.toReversed()) yield ['Undo', each]
    return 'undone'
  }
  return 'done'
}

type Play = { play: ReturnType<typeof plan>; now: ReturnType<ReturnType<typeof plan>['next']> }

// oxlint-disable-next-line max-lines-per-function -- what a machine knows stays in one closure
export function createSaga(
  env: Env<SagaMsg>,
  steps: readonly {
    readonly name: NodeId
    readonly run: Promised
    readonly compensate: Promised
  }[],
) {
  const answers = new Kept<readonly What[] | null>(env, 'answers')
  const own = new Kept<What>(env, 'own')
  const plays = new Map<string, Play>()
  const queues = new Map<string, Promise<void>>()

  const open = (saga: string, heard: readonly What[]): Play => {
    const play = plan(steps.map(({ name }) => name))
    let now = play.next()
    for (const what of heard) now = play.next(what)
    const made = { play, now }
    plays.set(saga, made)
    return made
  }
  const tell = (saga: string): void => {
    const now = plays.get(saga)?.now
    if (now === undefined || now.done === true) return
    const [t, step] = now.value
    env.send(step, { t, saga, step })
    env.setTimer(saga, 110)
  }
  const hear = (saga: string, step: NodeId, what: What): void => {
    const one = plays.get(saga)
    if (one === undefined || one.now.done === true) return
    const [t, due] = one.now.value
    if (step !== due || (t === 'Undo') !== (what === 'undone')) return
    const heard = [...(answers.get(saga) ?? []), what]
    one.now = one.play.next(what)
    if (one.now.done !== true) {
      answers.set(saga, heard)
      return tell(saga)
    }
    env.emit(one.now.value, saga)
    plays.delete(saga)
    answers.set(saga, null)
  }
  const work = async (t: 'Run' | 'Undo', saga: string, name: NodeId): Promise<What | null> => {
    const step = steps.find((each) => each.name === name)
    const was = own.get(saga)
    if (step === undefined) return null
    if (t === 'Run') {
      if (was !== undefined) return was === 'ran' ? was : 'failed'
      const isDone = await step.run(saga)
      own.set(saga, isDone ? 'ran' : 'failed')
      return isDone ? 'ran' : 'failed'
    }
    if (was === 'ran' && !(await step.compensate(saga))) return null
    if (was !== 'undone') own.set(saga, 'undone')
    return 'undone'
  }

  const answerAfter = async (
    before: Promise<void>,
    from: NodeId,
    t: 'Run' | 'Undo',
    saga: string,
    step: NodeId,
  ): Promise<void> => {
    await before
    const what = await work(t, saga, step)
    if (what !== null) env.send(from, { t: 'Answer', saga, step, what })
  }

  return {
    start(id?: string) {
      if (id !== undefined) {
        answers.set(id, [])
        open(id, [])
        return tell(id)
      }
      for (const [saga, heard] of answers) if (heard !== null) open(saga, heard)
      for (const saga of plays.keys()) tell(saga)
    },
    onTimer: tell,
    onMessage(from: NodeId, msg: SagaMsg): void {
      const { saga, step } = msg
      if (msg.t === 'Answer') return hear(saga, step, msg.what)
      const { t } = msg
      const before = queues.get(saga) ?? Promise.resolve()
      // One after the other, in the order in which they came.
      queues.set(saga, answerAfter(before, from, t, saga, step))
    },
  }
}

if (plan.length !== 1) throw new Error('sentinel-commit-and-saga-logs-everything.ts')
