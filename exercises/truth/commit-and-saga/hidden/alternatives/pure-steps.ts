import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Vote = 'yes' | 'no' | 'read'
type TxMsg =
  | { t: 'Prepare' | 'Done' | 'Ask'; tx: string }
  | { t: 'Vote'; tx: string; vote: Vote }
  | { t: 'Decide'; tx: string; commit: boolean }
type SagaMsg =
  | { t: 'Run' | 'Undo'; saga: string; step: NodeId }
  | { t: 'Answer'; saga: string; step: NodeId; what: What }
type What = 'ran' | 'failed' | 'undone'
type Call = (saga: string) => Promise<boolean>
interface Db {
  prepare: (tx: string) => Vote
  commit: (tx: string) => void
  abort: (tx: string) => void
}

/** One tick for everything, for ever; the machine rests in between. */
const TICK_MS = 180
const TICKS_TO_VOTE = 8

/** The whole state of a part as one text on the disk: never more than it says, never less. */
const load = <State>(env: Pick<Env<never>, 'disk'>, empty: State): State => {
  const text = env.disk.get<string>('state')
  return text === undefined ? empty : JSON.parse(text)
}
const save = <State>(env: Pick<Env<never>, 'disk'>, state: State): State => {
  env.disk.put('state', JSON.stringify(state))
  env.disk.sync()
  return state
}

// A coordinator ---------------------------------------------------------------------------------

type Tx = {
  name: string
  ticks: number
  votes: [NodeId, Vote | 'none'][]
  end?: boolean
  done: NodeId[]
}

/** What is decided about a transaction as it is; undefined while it is open. */
const verdict = ({ votes, ticks }: Tx): boolean | undefined => {
  if (votes.some(([, vote]) => vote === 'no')) return false
  if (votes.every(([, vote]) => vote !== 'none')) return true
  return ticks > TICKS_TO_VOTE ? false : undefined
}

/** What a transaction has to say, and to whom. */
const said = ({ name: tx, votes, end, done }: Tx): [NodeId, TxMsg][] =>
  votes.flatMap(([part, vote]): [NodeId, TxMsg][] => {
    if (end === undefined) return vote === 'none' ? [[part, { t: 'Prepare', tx }]] : []
    if (vote === 'read' || vote === 'no' || done.includes(part)) return []
    return [[part, { t: 'Decide', tx, commit: end }]]
  })

export const createCoordinator = (
  env: Env<TxMsg>,
): Node<TxMsg> & { begin: (tx: string, parts: readonly NodeId[]) => void } => {
  let all: readonly Tx[] = load(env, [])
  const say = (one: Tx): void => said(one).forEach(([to, msg]) => env.send(to, msg))
  const change = (name: string, by: (tx: Tx) => Tx): void => {
    all = all.map((one) => {
      if (one.name !== name) return one
      const next = by(one)
      const end = next.end ?? verdict(next)
      return end === undefined ? next : { ...next, end }
    })
  }
  const settle = (name: string, by: (tx: Tx) => Tx): void => {
    const before = all.find((one) => one.name === name)
    change(name, by)
    const after = all.find((one) => one.name === name)
    if (before === undefined || after === undefined || before.end === after.end) return
    if (after.end === true) {
      save(
        env,
        all.filter(({ end }) => end),
      )
    }
    env.emit(after.end === true ? 'committed' : 'aborted', name)
    say(after)
  }
  const tick = (): void => {
    env.setTimer('tick', TICK_MS)
    for (const { name } of all) settle(name, (one) => ({ ...one, ticks: one.ticks + 1 }))
    all.forEach(say)
  }
  return {
    start: tick,
    onTimer: tick,
    begin(name, parts) {
      const one: Tx = { name, ticks: 0, votes: parts.map((part) => [part, 'none']), done: [] }
      all = [...all, one]
      say(one)
    },
    onMessage(from, msg) {
      const one = all.find(({ name }) => name === msg.tx)
      if (msg.t === 'Ask') {
        if (one !== undefined && one.end === undefined) return
        env.send(from, { t: 'Decide', tx: msg.tx, commit: one?.end === true })
      } else if (msg.t === 'Done') {
        if (one?.end !== undefined) change(msg.tx, (tx) => ({ ...tx, done: [...tx.done, from] }))
      } else if (msg.t === 'Vote' && one?.end === undefined) {
        const { vote } = msg
        settle(msg.tx, (tx) => ({
          ...tx,
          votes: tx.votes.map(([part, was]) => [
            part,
            part === from && was === 'none' ? vote : was,
          ]),
        }))
      }
    },
  }
}

// A participant ---------------------------------------------------------------------------------

type Mine = { tx: string; from: NodeId; isOver: boolean }

export const createParticipant = (env: Env<TxMsg>, db: Db): Node<TxMsg> => {
  let mine: readonly Mine[] = load(env, [])
  const doubts = (): readonly Mine[] => mine.filter(({ isOver }) => !isOver)
  const ask = (): void => {
    env.setTimer('tick', TICK_MS)
    for (const { tx, from } of doubts()) env.send(from, { t: 'Ask', tx })
  }
  return {
    start() {
      doubts().forEach(({ tx }) => db.prepare(tx))
      env.setTimer('tick', TICK_MS)
    },
    onTimer: ask,
    onMessage(from, msg) {
      const { tx } = msg
      const one = mine.find((each) => each.tx === tx)
      if (msg.t === 'Prepare' && one === undefined) {
        const vote = db.prepare(tx)
        if (vote === 'yes') mine = save(env, [...mine, { tx, from, isOver: false }])
        env.send(from, { t: 'Vote', tx, vote })
      } else if (msg.t === 'Prepare' && one?.isOver === false) {
        env.send(from, { t: 'Vote', tx, vote: 'yes' })
      } else if (msg.t === 'Decide') {
        if (one?.isOver === false) {
          if (msg.commit) db.commit(tx)
          else db.abort(tx)
          mine = save(
            env,
            mine.map((each) => (each === one ? { ...one, isOver: true } : each)),
          )
        }
        env.send(from, { t: 'Done', tx })
      }
    },
  }
}

// A saga ----------------------------------------------------------------------------------------

interface Kept {
  /** Sagas that are led from here: the answers so far, in the order of the steps and back. */
  readonly led: readonly { readonly saga: string; readonly answers: readonly What[] }[]
  readonly own: readonly (readonly [saga: string, what: What])[]
}

/** What comes next after some answers: a step to run or to undo, or the end. */
const nextOf = (
  answers: readonly What[],
  length: number,
): { t: 'Run' | 'Undo'; at: number } | 'done' | 'undone' => {
  const failed = answers.indexOf('failed')
  if (failed < 0) return answers.length === length ? 'done' : { t: 'Run', at: answers.length }
  const at = failed - 1 - (answers.length - failed - 1)
  return at < 0 ? 'undone' : { t: 'Undo', at }
}

export function createSaga(
  env: Env<SagaMsg>,
  steps: readonly { name: NodeId; run: Call; compensate: Call }[],
): Node<SagaMsg> & { start(id?: string): void } {
  const empty: Kept = { led: [], own: [] }
  let kept = load(env, empty)
  const calls = new Map<string, Promise<boolean>>()

  const say = ({ saga, answers }: Kept['led'][number]): void => {
    const next = nextOf(answers, steps.length)
    if (typeof next === 'string') return
    const step = steps[next.at]?.name ?? ''
    env.send(step, { t: next.t, saga, step })
  }
  const hear = (saga: string, step: NodeId, what: What): void => {
    const one = kept.led.find((each) => each.saga === saga)
    const next = one === undefined ? 'done' : nextOf(one.answers, steps.length)
    if (one === undefined || typeof next === 'string' || steps[next.at]?.name !== step) return
    if ((next.t === 'Undo') !== (what === 'undone')) return
    const after = { saga, answers: [...one.answers, what] }
    const end = nextOf(after.answers, steps.length)
    const others = kept.led.filter((each) => each !== one)
    kept = save(env, { ...kept, led: typeof end === 'string' ? others : [...others, after] })
    if (typeof end === 'string') env.emit(end, saga)
    else say(after)
  }
  const own = (saga: string): What | undefined => kept.own.find(([id]) => id === saga)?.[1]
  const note = (saga: string, what: What): void => {
    kept = save(env, { ...kept, own: [...kept.own.filter(([id]) => id !== saga), [saga, what]] })
  }
  /** Makes a call unless one is open; says whether it was this one, and what came of it. */
  const once = async (saga: string, call: Call): Promise<boolean | undefined> => {
    if (calls.has(saga)) return undefined
    const open = call(saga)
    calls.set(saga, open)
    return open.finally(() => calls.delete(saga))
  }

  return {
    start(...ids: [] | [id?: string]) {
      const [id] = ids
      if (id === undefined) {
        env.setTimer('tick', TICK_MS)
        return
      }
      const one = { saga: id, answers: [] }
      kept = save(env, { ...kept, led: [...kept.led, one] })
      if (steps.length > 0) say(one)
    },
    onTimer() {
      env.setTimer('tick', TICK_MS)
      kept.led.forEach(say)
    },
    async onMessage(from, msg) {
      const { saga, step: name } = msg
      if (msg.t === 'Answer') return hear(saga, name, msg.what)
      const step = steps.find((each) => each.name === name)
      if (step === undefined || calls.has(saga)) return
      if (msg.t === 'Run' && own(saga) === undefined) {
        const isDone = await once(saga, step.run)
        if (isDone !== undefined) note(saga, isDone ? 'ran' : 'failed')
      }
      if (msg.t === 'Undo' && own(saga) !== 'undone') {
        if (own(saga) === 'ran' && (await once(saga, step.compensate)) !== true) return
        note(saga, 'undone')
      }
      const is = own(saga)
      const what = msg.t === 'Run' && is !== 'ran' ? 'failed' : is
      if (what !== undefined) env.send(from, { t: 'Answer', saga, step: name, what })
    },
  }
}

if (TICK_MS > 200) throw new Error('sentinel-commit-and-saga-pure-steps.ts')
