import type { Node, NodeId, SmallDisk } from '@five-pillars/simulator'

import { Bench, later } from './bench.ts'
import type { Sent } from './bench.ts'
import type { Coordinator, LocalDb, TxMsg, Vote } from './src/commit-and-saga.ts'
import type { Subject } from './subject.ts'
import { name } from './words.ts'

/** A part of two-phase commit, which does all its work before its handlers return. */
class TxBench<N extends Node<TxMsg>> extends Bench<TxMsg, N> {
  /** Lets a message arrive; returns what is sent at once. */
  receive(from: NodeId, msg: TxMsg): readonly Sent<TxMsg>[] {
    return this.step(this.arrives(from, msg), (node) => node.onMessage(from, msg))
  }

  /** Lets time pass until a moment; returns what was sent meanwhile. */
  passTo(at: number): readonly Sent<TxMsg>[] {
    const before = this.sent.length
    for (let next = this.next; next !== undefined && next[1] <= at; next = this.next) {
      const due = next
      this.step(undefined, () => this.fire(due), later(due[1] - this.now))
    }
    this.waitTo(at)
    return this.sent.slice(before)
  }

  /** The power goes, and the machine starts again from what is left on its disk. */
  restart(disk: ReadonlyMap<string, unknown> = this.synced): readonly Sent<TxMsg>[] {
    this.reboot(disk)
    return this.step(undefined, (node) => node.start(), 'as it starts')
  }

  protected step(
    cause: string | undefined,
    act: (node: N) => unknown,
    unlessSilent?: string,
  ): readonly Sent<TxMsg>[] {
    const [sent, events] = [this.sent.length, this.events.length]
    this.act((node) => {
      const result = act(node)
      if (typeof result !== 'object' || result === null || !('then' in result)) return
      this.broken('A handler returned a promise; it has to do all its work before it returns.')
    })
    const isSilent = this.sent.length === sent && this.events.length === events
    this.told(cause ?? (isSilent ? undefined : unlessSilent), sent, events)
    if (this.isDown) this.restart()
    return this.sent.slice(sent)
  }
}

/** A coordinator, alone: its participants are whoever the caller makes up. */
export class CoordinatorBench extends TxBench<Coordinator> {
  constructor(subject: Subject) {
    super({ id: 'desk', make: (env) => subject.createCoordinator(env) })
    this.step(undefined, (node) => node.start(), 'as it starts')
  }

  begin(tx: string, parts: readonly NodeId[]): readonly Sent<TxMsg>[] {
    const cause = `desk: begin ${name(tx)} with ${parts.map((part) => name(part)).join(', ')}`
    return this.step(cause, (node) => node.begin(tx, parts))
  }
}

/** What a participant has asked its database for. */
export interface DbCall {
  readonly what: 'prepare' | 'commit' | 'abort'
  readonly tx: string
  /** Whether the transaction had its locks. */
  readonly isLocked: boolean
}

const WRITTEN = 'db'
const NEVER = (): boolean => false

/** A database with one lock for all: who has it is the only one that can be prepared. */
class BenchDb implements LocalDb {
  readonly #disk: SmallDisk
  readonly #votes: ReadonlyMap<string, Vote>
  readonly #calls: DbCall[]
  readonly #isOver: () => boolean
  readonly locks = new Set<string>()

  constructor(
    disk: SmallDisk,
    votes: ReadonlyMap<string, Vote>,
    calls: DbCall[],
    isOver: () => boolean,
  ) {
    this.#disk = disk
    this.#votes = votes
    this.#calls = calls
    this.#isOver = isOver
  }

  prepare(tx: string): Vote {
    const isLocked = this.#note('prepare', tx)
    const vote = this.#votes.get(tx) ?? 'yes'
    if (vote !== 'yes') return vote
    if (!isLocked && !this.#isOver()) this.locks.add(tx)
    return 'yes'
  }

  commit(tx: string): void {
    this.#note('commit', tx)
    if (this.#isOver()) return
    this.locks.delete(tx)
    this.#disk.put(WRITTEN, [...writtenOn(this.#disk), tx])
  }

  abort(tx: string): void {
    this.#note('abort', tx)
    if (!this.#isOver()) this.locks.delete(tx)
  }

  #note(what: DbCall['what'], tx: string): boolean {
    const isLocked = this.locks.has(tx)
    if (!this.#isOver()) this.#calls.push({ what, tx, isLocked })
    return isLocked
  }
}

function writtenOn(disk: Pick<ReadonlyMap<string, unknown>, 'get'>): readonly string[] {
  const list = disk.get(WRITTEN)
  return Array.isArray(list) ? list.map((each) => String(each)) : []
}

/** A participant, alone, with a database that votes as it is told. */
export class ParticipantBench extends TxBench<Node<TxMsg>> {
  /** How its database votes; default yes. */
  readonly votes: Map<string, Vote>
  /** All that it has asked its database for, in all its lives. */
  readonly calls: DbCall[]
  readonly #dbs: BenchDb[]

  constructor(subject: Subject) {
    const votes = new Map<string, Vote>()
    const calls: DbCall[] = []
    const dbs: BenchDb[] = []
    const power: { isOff: () => boolean } = { isOff: NEVER }
    super({
      id: 'seat',
      make: (env, disk) => {
        const db = new BenchDb(disk, votes, calls, () => dbs.at(-1) !== db || power.isOff())
        dbs.push(db)
        return subject.createParticipant(env, db)
      },
    })
    power.isOff = () => this.isDown
    this.votes = votes
    this.calls = calls
    this.#dbs = dbs
    this.step(undefined, (node) => node.start(), 'as it starts')
  }

  /** Whose locks are held now. */
  get locks(): ReadonlySet<string> {
    return this.#dbs.at(-1)?.locks ?? new Set()
  }

  /** What a crash in this moment, or another disk, has of what was committed. */
  written(disk: ReadonlyMap<string, unknown> = this.synced): readonly string[] {
    return writtenOn(disk)
  }
}
