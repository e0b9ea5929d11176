import type { Disk, Env, Node, NodeId } from '@five-pillars/simulator'

const Ask = { Again: 90, GiveUp: 1100 } as const

type Vote = 'yes' | 'no' | 'read'
interface TxMsg {
  readonly t: 'Prepare' | 'Vote' | 'Decide' | 'Done' | 'Ask'
  readonly tx: string
  readonly vote?: Vote
  readonly commit?: boolean
}
interface LocalDb {
  prepare(tx: string): Vote
  commit(tx: string): void
  abort(tx: string): void
}
type What = 'ran' | 'failed' | 'undone'
interface SagaMsg {
  readonly t: 'Run' | 'Undo' | 'Answer'
  readonly saga: string
  readonly step: NodeId
  readonly what?: What
}
interface Step {
  readonly name: NodeId
  readonly run: (saga: string) => Promise<boolean>
  readonly compensate: (saga: string) => Promise<boolean>
}

/** A file that only grows: an entry for each key, and the number of them. */
class Journal<Entry> {
  readonly #disk: Disk
  #length: number

  constructor(disk: Disk) {
    this.#disk = disk
    this.#length = disk.get<number>('length') ?? 0
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let place = 0; place < this.#length; place++) {
      const entry = this.#disk.get<Entry>(`entry ${place}`)
      if (entry !== undefined) yield entry
    }
  }

  append(entry: Entry): void {
    this.#disk.put(`entry ${this.#length}`, entry)
    this.#disk.put('length', ++this.#length)
    this.#disk.sync()
  }
}

type Decided = { tx: string; told?: NodeId[]; done?: NodeId }

class Coordinator implements Node<TxMsg> {
  readonly #env: Env<TxMsg>
  readonly #journal: Journal<Decided>
  /** Who has not voted yet, and who has voted yes. */
  readonly #voting = new Map<string, { open: Set<NodeId>; yes: Set<NodeId> }>()
  readonly #decided = new Map<string, { commit: boolean; open: Set<NodeId> }>()

  constructor(env: Env<TxMsg>) {
    this.#env = env
    this.#journal = new Journal(env.disk)
    for (const { tx, told, done } of this.#journal) {
      if (told !== undefined) this.#decided.set(tx, { commit: true, open: new Set(told) })
      if (done !== undefined) this.#decided.get(tx)?.open.delete(done)
    }
  }

  start(): void {
    for (const tx of this.#decided.keys()) this.#tell(tx)
  }

  begin(tx: string, parts: readonly NodeId[]): void {
    this.#voting.set(tx, { open: new Set(parts), yes: new Set() })
    this.#env.setTimer(`up ${tx}`, Ask.GiveUp)
    this.#tell(tx)
  }

  onTimer(name: string): void {
    const tx = name.slice(3)
    if (name.startsWith('up ') && this.#voting.has(tx)) this.#decide(tx, false)
    else this.#tell(tx)
  }

  onMessage(from: NodeId, { t, tx, vote }: TxMsg): void {
    const voting = this.#voting.get(tx)
    switch (t) {
      case 'Vote':
        if (voting === undefined || !voting.open.has(from)) break
        voting.open.delete(from)
        if (vote === 'yes') voting.yes.add(from)
        if (vote === 'no') this.#decide(tx, false)
        else if (voting.open.size === 0) this.#decide(tx, true)
        break
      case 'Ask':
        if (voting !== undefined) break
        this.#env.send(from, { t: 'Decide', tx, commit: this.#decided.get(tx)?.commit ?? false })
        break
      case 'Done': {
        const one = this.#decided.get(tx)
        if (one?.open.delete(from) === true && one.commit) this.#journal.append({ tx, done: from })
        break
      }
      case 'Prepare':
      case 'Decide':
        break
    }
  }

  #decide(tx: string, commit: boolean): void {
    const { open, yes } = this.#voting.get(tx) ?? { open: [], yes: [] }
    const told = new Set([...yes, ...open])
    if (commit) this.#journal.append({ tx, told: [...told] })
    this.#voting.delete(tx)
    this.#decided.set(tx, { commit, open: told })
    this.#tell(tx)
    this.#env.emit(commit ? 'committed' : 'aborted', tx)
  }

  #tell(tx: string): void {
    const one = this.#decided.get(tx)
    const open = one?.open ?? this.#voting.get(tx)?.open ?? new Set<NodeId>()
    for (const part of open) {
      this.#env.send(
        part,
        one === undefined ? { t: 'Prepare', tx } : { t: 'Decide', tx, commit: one.commit },
      )
    }
    if (open.size > 0) this.#env.setTimer(`by ${tx}`, Ask.Again)
  }
}

class Participant implements Node<TxMsg> {
  readonly #env: Env<TxMsg>
  readonly #db: LocalDb
  readonly #journal: Journal<{ tx: string; coordinator?: NodeId }>
  readonly #prepared = new Map<string, NodeId>()
  readonly #ended = new Set<string>()

  constructor(env: Env<TxMsg>, db: LocalDb) {
    this.#env = env
    this.#db = db
    this.#journal = new Journal(env.disk)
    for (const { tx, coordinator } of this.#journal) {
      if (coordinator === undefined) this.#ended.add(tx)
      else this.#prepared.set(tx, coordinator)
    }
    for (const tx of this.#ended) this.#prepared.delete(tx)
  }

  start(): void {
    for (const tx of this.#prepared.keys()) this.#db.prepare(tx)
    this.onTimer()
  }

  /** One timer for all that is in doubt. */
  onTimer(): void {
    for (const [tx, coordinator] of this.#prepared) this.#env.send(coordinator, { t: 'Ask', tx })
    this.#wait()
  }

  onMessage(from: NodeId, { t, tx, commit }: TxMsg): void {
    if (t === 'Prepare') this.#vote(from, tx)
    if (t === 'Decide') this.#end(from, tx, commit === true)
  }

  #vote(from: NodeId, tx: string): void {
    if (this.#ended.has(tx)) return
    let vote: Vote = 'yes'
    if (!this.#prepared.has(tx)) {
      vote = this.#db.prepare(tx)
      if (vote === 'yes') {
        this.#journal.append({ tx, coordinator: from })
        if (this.#prepared.size === 0) this.#env.setTimer('ask', Ask.Again)
        this.#prepared.set(tx, from)
      }
    }
    this.#env.send(from, { t: 'Vote', tx, vote })
  }

  #end(from: NodeId, tx: string, commit: boolean): void {
    if (!this.#ended.has(tx)) {
      // What was never prepared here is over as well: its Prepare may still come.
      if (this.#prepared.delete(tx)) this.#db[commit ? 'commit' : 'abort'](tx)
      this.#ended.add(tx)
      this.#journal.append({ tx })
    }
    this.#env.send(from, { t: 'Done', tx })
  }

  #wait(): void {
    if (this.#prepared.size > 0) this.#env.setTimer('ask', Ask.Again)
  }
}

type Line = { saga: string; what?: What; at?: number; isBack?: boolean }

class Saga implements Node<SagaMsg> {
  readonly #env: Env<SagaMsg>
  readonly #steps: readonly Step[]
  readonly #journal: Journal<Line>
  readonly #led = new Map<string, { at: number; isBack: boolean }>()
  readonly #own = new Map<string, What>()
  /** What is being done for a saga, and what was told meanwhile. */
  readonly #busy = new Map<string, [from: NodeId, msg: SagaMsg][]>()

  constructor(env: Env<SagaMsg>, steps: readonly Step[]) {
    this.#env = env
    this.#steps = steps
    this.#journal = new Journal(env.disk)
    for (const { saga, what, at, isBack } of this.#journal) {
      if (what !== undefined) this.#own.set(saga, what)
      if (at === undefined || isBack === undefined) continue
      if (this.#steps[at] === undefined) this.#led.delete(saga)
      else this.#led.set(saga, { at, isBack })
    }
  }

  start(id?: string): void {
    if (id === undefined) for (const saga of this.#led.keys()) this.#tell(saga)
    else this.#go(id, 0, false)
  }

  onTimer(saga: string): void {
    this.#tell(saga)
  }

  onMessage(from: NodeId, msg: SagaMsg): void {
    const { t, saga, step, what } = msg
    if (t !== 'Answer') return void this.#do(from, msg)
    const one = this.#led.get(saga)
    if (one === undefined || this.#steps[one.at]?.name !== step) return
    if (one.isBack && what === 'undone') this.#go(saga, one.at - 1, true)
    if (!one.isBack && what === 'ran') this.#go(saga, one.at + 1, false)
    if (!one.isBack && what === 'failed') this.#go(saga, one.at - 1, true)
  }

  #go(saga: string, at: number, isBack: boolean): void {
    this.#journal.append({ saga, at, isBack })
    this.#led.set(saga, { at, isBack })
    if (this.#steps[at] !== undefined) return this.#tell(saga)
    this.#led.delete(saga)
    this.#env.clearTimer(saga)
    this.#env.emit(isBack ? 'undone' : 'done', saga)
  }

  #tell(saga: string): void {
    const one = this.#led.get(saga)
    const step = one && this.#steps[one.at]?.name
    if (one === undefined || step === undefined) return
    this.#env.send(step, { t: one.isBack ? 'Undo' : 'Run', saga, step })
    this.#env.setTimer(saga, Ask.Again)
  }

  async #do(from: NodeId, msg: SagaMsg): Promise<void> {
    const { t, saga, step: name } = msg
    const step = this.#steps.find((each) => each.name === name)
    const waiting = this.#busy.get(saga)
    if (step === undefined) return
    if (waiting !== undefined) return void waiting.push([from, msg])
    const meanwhile: [NodeId, SagaMsg][] = []
    this.#busy.set(saga, meanwhile)
    const what = await (t === 'Run' ? this.#run(saga, step) : this.#undo(saga, step))
    this.#busy.delete(saga)
    if (what !== undefined) this.#env.send(from, { t: 'Answer', saga, step: name, what })
    for (const [by, told] of meanwhile) void this.#do(by, told)
  }

  async #run(saga: string, step: Step): Promise<What> {
    const was = this.#own.get(saga)
    if (was !== undefined) return was === 'ran' ? 'ran' : 'failed'
    return this.#note(saga, (await step.run(saga)) ? 'ran' : 'failed')
  }

  async #undo(saga: string, step: Step): Promise<What | undefined> {
    const was = this.#own.get(saga)
    if (was === 'undone') return was
    if (was === 'ran' && !(await step.compensate(saga))) return undefined
    return this.#note(saga, 'undone')
  }

  #note(saga: string, what: What): What {
    this.#own.set(saga, what)
    this.#journal.append({ saga, what })
    return what
  }
}

function make<Arguments extends unknown[], Made>(
  kind: new (...args: Arguments) => Made,
): (...args: Arguments) => Made {
  return (...args) => new kind(...args)
}

const createCoordinator = make(Coordinator)
const createParticipant = make(Participant)
const createSaga = make(Saga)
export { createCoordinator, createParticipant, createSaga }

if (Ask.GiveUp < Ask.Again) throw new Error('sentinel-commit-and-saga-journal-class.ts')
