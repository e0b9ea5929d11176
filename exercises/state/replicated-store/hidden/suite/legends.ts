import type { NodeId } from '@five-pillars/simulator'

import { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Backup, ReplicaOptions } from '../../src/replicated-store.ts'
import { Conversation, stateText } from '../../words.ts'
import { copyOf } from './backups.ts'
import { stateOf } from './restores.ts'

const MESSAGES_MAX = 10_000
const MINUTE_MS = 60_000

/** More than two resends. */
const STEPS = 5
const STEP_MS = 100

/** Some replicas of a submission in one room: every message arrives, in its order. */
class Cluster {
  readonly conversation = new Conversation()
  readonly #all: readonly Bench[]
  readonly #heard = new Map<NodeId, number>()

  constructor(
    subject: Subject,
    members: readonly [NodeId, ...NodeId[]],
    mode: ReplicaOptions['mode'],
  ) {
    this.#all = members.map((id) => {
      const others = members.filter((other) => other !== id)
      const conversation = new Conversation()
      return new Bench(subject, { members: [id, ...others], mode, conversation })
    })
  }

  at(id: NodeId): Bench {
    const found = this.#all.find((bench) => bench.id === id)
    if (found === undefined) throw new Error(`sentinel-replicated-store-legends.ts: no ${id}`)
    return found
  }

  /** Sets every clock to a time, and waits for what is on its way: hours are not lived through. */
  passTo(clockMs: number): void {
    for (const bench of this.#all) bench.skewMs = clockMs - bench.now
    this.#wait()
  }

  /** Makes somebody the leader, and waits until it says so. */
  lead(id: NodeId, epoch: number): Bench {
    const bench = this.at(id)
    bench.promote(epoch)
    this.#wait()
    if (bench.count('leader') > 0) return bench
    return bench.broken(`${id} was promoted to epoch ${epoch}, all are up, and it does not lead.`)
  }

  /** Its disk is empty, and it starts again. */
  wipe(id: NodeId): void {
    this.at(id).restart(new Map())
  }

  /** Holds what everybody has against what should be there. */
  expect(should: ReadonlyMap<string, string>, story: readonly string[]): void {
    for (const bench of this.#all) {
      const is = stateOf(bench.takeBackup().entries)
      if (stateText(is) === stateText(should)) continue
      const told = [...story, `${bench.id} holds ${short(is)}, and ${short(should)} is due.`]
      bench.broken(told.join('\n'))
    }
  }

  #wait(): void {
    for (let step = 0; step < STEPS; step++) {
      for (const bench of this.#all) bench.passTo(bench.now + STEP_MS)
      this.#deliver()
    }
  }

  #deliver(): void {
    for (let count = 0; count < MESSAGES_MAX; count++) {
      const from = this.#all.find(({ id, sent }) => (this.#heard.get(id) ?? 0) < sent.length)
      if (from === undefined) return
      const heard = this.#heard.get(from.id) ?? 0
      this.#heard.set(from.id, heard + 1)
      const sent = from.sent[heard]
      if (sent !== undefined && sent.to !== from.id) this.at(sent.to).receive(from.id, sent.msg)
    }
    throw new Error('sentinel-replicated-store-legends.ts: messages without end')
  }
}

/**
 * GitLab, 31 January 2017, in the order of its report
 * (about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31): a copy taken by
 * hand at 17:20; late in the evening the secondary cannot catch up and is emptied, and then, by
 * mistake, the primary; the dumps are not there; what is left is the copy of 17:20, without the
 * changes of the hours since.
 */
export function survivesGitLab(subject: Subject): void {
  const cluster = new Cluster(subject, ['db1', 'db2'], 'async')
  const db1 = cluster.lead('db1', 1)
  for (let hour = 9; hour <= 17; hour++) {
    cluster.passTo(clock(hour, 0))
    db1.put(`project ${hour}`, 'open')
  }
  db1.put('project 9', 'closed')
  cluster.passTo(clock(17, 20))
  const copy = copyOf(db1.takeBackup())
  const then = stateOf(copy.entries)
  for (let hour = 18; hour <= 22; hour++) {
    cluster.passTo(clock(hour, 0))
    db1.put(`project ${hour}`, 'open')
    db1.put(`project ${hour - 8}`, null)
  }
  cluster.passTo(clock(23, 0))
  cluster.wipe('db2')
  cluster.wipe('db1')
  cluster.passTo(clock(23, 30))
  const again = cluster.lead('db1', 2)
  again.restoreFrom(copy, clock(17, 30))
  cluster.passTo(clock(23, 59))
  cluster.expect(then, [
    'A copy is taken by hand at 17:20. In the evening db2 is emptied, and by mistake db1.',
    'db1 is promoted, and restores the copy.',
  ])
  expectRestored(again, clock(17, 30))
}

/** A time of that day. */
function clock(hours: number, minutes: number): number {
  return (hours * 60 + minutes) * MINUTE_MS
}

/** Somebody deletes a range of keys, and every replica does as it is told. */
export function undoesDelete(subject: Subject): void {
  const cluster = new Cluster(subject, ['a', 'b', 'c'], 'quorum')
  const a = cluster.lead('a', 1)
  for (let nth = 1; nth <= 12; nth++) {
    cluster.passTo(nth * MINUTE_MS)
    a.put(`order ${nth}`, nth % 3 === 0 ? 'paid' : 'open')
    a.put('last', `order ${nth}`)
  }
  const deletedAt = 20 * MINUTE_MS
  const upTo = deletedAt - 10 * MINUTE_MS
  const before = stateOf(a.takeBackup().entries.filter(({ at }) => at <= upTo))
  cluster.passTo(deletedAt)
  for (let nth = 1; nth <= 12; nth++) a.put(`order ${nth}`, null)
  cluster.passTo(deletedAt + 5 * MINUTE_MS)
  a.put('order 13', 'open')
  cluster.passTo(deletedAt + 6 * MINUTE_MS)
  const after = stateOf(a.takeBackup().entries)
  cluster.expect(after, ['a deletes twelve orders, and everybody follows.'])
  const backup: Backup = copyOf(cluster.at('c').takeBackup())
  const b = cluster.lead('b', 2)
  b.restoreFrom(backup, upTo)
  cluster.passTo(deletedAt + 20 * MINUTE_MS)
  cluster.expect(before, [
    'Twelve orders are deleted at all three replicas.',
    'Then b is promoted, and restores the state of ten minutes before, from a backup of c.',
  ])
  expectRestored(b, upTo)
}

function expectRestored(bench: Bench, upTo: number): void {
  if (bench.count('restored', upTo) === 1) return
  bench.broken(`Everybody has what was restored, and ${bench.id} did not say so.`)
}

function short(state: ReadonlyMap<string, string>): string {
  const text = stateText(state)
  return text.length > 90 ? `${text.slice(0, 80)} … ${state.size} keys` : text
}
