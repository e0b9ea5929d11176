import type { NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../subject.ts'
import { CoordinatorBench } from '../../tx-bench.ts'
import { name } from '../../words.ts'
import { oddNames } from './again.ts'
import { ask, saysSo, vote } from './coordinator-talk.ts'

const places = ['seat', '', '__proto__', 'constructor'] as const
const WRITES_MAX = 50
const LONG_MS = 5000

/** One who has not said yes is enough, and nobody says it for another one. */
export function needsEverybody(subject: Subject): void {
  for (let count = 2; count <= places.length; count++) {
    const parts = places.slice(0, count)
    for (const missing of parts) {
      const bench = new CoordinatorBench(subject)
      bench.begin('t1', parts)
      bench.begin('t2', parts)
      for (const part of parts) if (part !== missing) vote(bench, part, 't1', 'yes')
      const who = name(missing)
      expectNoCommit(bench, `${who} has not voted`)
      for (const part of parts) if (part !== missing) vote(bench, part, 't1', 'yes')
      expectNoCommit(bench, `${who} has not voted, and the others have voted twice`)
      vote(bench, missing, 't2', 'yes')
      expectNoCommit(bench, `${who} has voted on another transaction`)
      vote(bench, 'stranger', 't1', 'yes')
      vote(bench, 'toString', 't1', 'read')
      expectNoCommit(bench, `${who} has not voted, and strangers have`)
    }
  }
}

/** A no is a no, whoever says it, whenever it comes. */
export function heedsNo(subject: Subject): void {
  for (const refusing of ['seat', 'card', 'mail']) {
    for (const last of [false, true]) {
      const parts: readonly NodeId[] = ['seat', 'card', 'mail']
      const bench = new CoordinatorBench(subject)
      bench.begin('t1', parts)
      const others = parts.filter((part) => part !== refusing)
      if (!last) vote(bench, refusing, 't1', 'no')
      for (const part of others) vote(bench, part, 't1', part === 'card' ? 'read' : 'yes')
      if (last) vote(bench, refusing, 't1', 'no')
      expectNoCommit(bench, `${refusing} has voted no`)
      for (const part of parts) vote(bench, part, 't1', 'yes')
      expectNoCommit(bench, `${refusing} has voted no before it voted yes`)
    }
  }
}

/** Before anybody hears of a commit, it is where a crash cannot take it back. */
export function savesDecisionFirst(subject: Subject): void {
  const names = [...oddNames]
  const bench = new CoordinatorBench(subject)
  for (const [place, tx] of names.entries()) {
    const before = [bench.sent.length, bench.events.length] as const
    bench.begin(tx, ['seat', 'card'])
    vote(bench, 'card', tx, 'yes')
    vote(bench, 'seat', tx, 'yes')
    const said = [...bench.sent.slice(before[0]), ...bench.events.slice(before[1])].filter(
      (one) => {
        return 'msg' in one ? one.msg.t === 'Decide' : one.event === 'committed'
      },
    )
    for (const { disk } of said) {
      const again = new CoordinatorBench(subject)
      again.restart(disk)
      for (const earlier of names.slice(0, place + 1)) {
        if (ask(again, 'seat', earlier) !== false) continue
        bench.broken(
          `It had said that ${name(tx)} is committed, crashed, and says that ${name(earlier)} is aborted.`,
        )
      }
    }
    if (place % 2 === 1) bench.restart()
  }
}

/** Whatever comes later, and over every crash, it stays what it was. */
export function standsByIt(subject: Subject): void {
  commitStands(subject)
  abortStands(subject)
  nothingIsSaidBefore(subject)
}

function commitStands(subject: Subject): void {
  const bench = new CoordinatorBench(subject)
  bench.begin('t1', ['seat', 'card'])
  vote(bench, 'card', 't1', 'yes')
  vote(bench, 'seat', 't1', 'yes')
  if (!saysSo(bench, 't1', true)) return
  vote(bench, 'card', 't1', 'no')
  expectCommit(bench, 'and one of them says no')
  for (const part of ['seat', 'card']) bench.receive(part, { t: 'Done', tx: 't1' })
  expectCommit(bench, 'and has done it')
  bench.passTo(bench.now + LONG_MS)
  expectCommit(bench, 'and time passed')
  bench.restart()
  expectCommit(bench, 'and it crashed')
  for (const part of ['seat', 'card']) bench.receive(part, { t: 'Done', tx: 't1' })
  bench.restart()
  expectCommit(bench, 'and it crashed twice')
}

function abortStands(subject: Subject): void {
  const bench = new CoordinatorBench(subject)
  bench.begin('t1', ['seat', 'card'])
  vote(bench, 'card', 't1', 'no')
  for (const part of ['seat', 'card']) vote(bench, part, 't1', 'yes')
  expectAbort(bench, 't1', 'One voted no, and then both voted yes')
  bench.restart()
  for (const part of ['seat', 'card']) vote(bench, part, 't1', 'yes')
  expectAbort(bench, 't1', 'One voted no, it crashed, and then both voted yes')
  const late = new CoordinatorBench(subject)
  late.begin('t1', ['seat', 'card'])
  late.passTo(LONG_MS)
  if (!saysSo(late, 't1', false)) return
  for (const part of ['seat', 'card']) vote(late, part, 't1', 'yes')
  expectAbort(late, 't1', 'It was aborted as nobody voted, and then both voted yes')
}

/** While it is open, nobody is told anything that might turn out otherwise. */
function nothingIsSaidBefore(subject: Subject): void {
  const bench = new CoordinatorBench(subject)
  bench.begin('t1', ['seat', 'card'])
  vote(bench, 'card', 't1', 'yes')
  ask(bench, 'card', 't1')
  vote(bench, 'seat', 't1', 'yes')
  if (!saysSo(bench, 't1', true) || !saysSo(bench, 't1', false)) return
  bench.broken('Nothing was decided; it told card to abort, heard the last yes, and commits.')
}

/** Who knows nothing of a transaction after a crash has not committed it, and never will. */
export function presumesAbort(subject: Subject): void {
  for (const votes of [0, 1]) {
    const bench = new CoordinatorBench(subject)
    bench.begin('t1', ['seat', 'card'])
    if (votes === 1) vote(bench, 'seat', 't1', 'yes')
    bench.restart()
    expectAbort(bench, 't1', 'It crashed before it decided')
    for (const part of ['seat', 'card', 'seat']) vote(bench, part, 't1', 'yes')
    expectAbort(bench, 't1', 'It crashed before it decided, and then everybody voted yes')
    bench.passTo(bench.now + LONG_MS)
    expectAbort(bench, 't1', 'It crashed before it decided, and time passed')
  }
}

/** The power goes at each write and at each sync: two do not hear two things. */
export function decidesOnce(subject: Subject): void {
  for (let nth = 1; nth <= WRITES_MAX; nth++) {
    const bench = new CoordinatorBench(subject)
    bench.writesLeft = nth
    for (const tx of ['t1', 't2']) {
      bench.begin(tx, ['seat', 'card'])
      for (const part of ['seat', 'card']) vote(bench, part, tx, 'yes')
    }
    for (const tx of ['t1', 't2']) {
      ask(bench, 'seat', tx)
      ask(bench, 'card', tx)
    }
    bench.passTo(bench.now + LONG_MS)
    for (const tx of ['t1', 't2']) {
      if (!saysSo(bench, tx, true) || !saysSo(bench, tx, false)) continue
      bench.broken(`The power went at a write: it says that ${tx} is committed, and aborted.`)
    }
    if (bench.crashes === 0) return
  }
}

function expectNoCommit(bench: CoordinatorBench, why: string): void {
  if (saysSo(bench, 't1', true)) bench.broken(`${why}, and it says that t1 is committed.`)
}

function expectCommit(bench: CoordinatorBench, when: string): void {
  if (ask(bench, 'seat', 't1') !== false && !saysSo(bench, 't1', false)) return
  bench.broken(`Everybody voted yes, ${when}: it says that the transaction is aborted.`)
}

function expectAbort(bench: CoordinatorBench, tx: string, when: string): void {
  if (ask(bench, 'seat', tx) !== true && !saysSo(bench, tx, true)) return
  bench.broken(`${when}: it says that ${tx} is committed.`)
}

if (!places.includes('seat')) throw new Error('sentinel-commit-and-saga-coordinator-decides.ts')
