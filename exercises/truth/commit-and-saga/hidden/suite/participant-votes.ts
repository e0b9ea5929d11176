import type { Vote } from '../../src/commit-and-saga.ts'
import type { Subject } from '../../subject.ts'
import { ParticipantBench } from '../../tx-bench.ts'
import { name } from '../../words.ts'
import { oddNames } from './again.ts'
import { decide, prepare, voteIn } from './participant-talk.ts'

/** Longer than any patience. */
const LONG_MS = 15_000
const SHORT_MS = 500

/** It promises what its database can do, and nothing else. */
export function votesTruly(subject: Subject): void {
  const wrong: readonly (readonly [tx: string, vote: Vote])[] = [
    ['t1', 'yes'],
    ['t2', 'no'],
    ['t3', 'read'],
    ['', 'no'],
    ['__proto__', 'read'],
    ['constructor', 'no'],
    ['t4', 'yes'],
  ]
  const bench = new ParticipantBench(subject)
  for (const [tx, vote] of wrong) {
    bench.votes.set(tx, vote)
    const is = voteIn(prepare(bench, tx), tx)
    if (is !== undefined && is !== vote) {
      bench.broken(`Its database says ${vote} to ${name(tx)}, and it voted ${is}.`)
    }
  }
  expectLocks(bench, 't1', 'It voted yes to t1')
  const other = new ParticipantBench(subject)
  prepare(other, 't1', 'desk')
  other.votes.set('t2', 'no')
  if (voteIn(prepare(other, 't2', 'bank'), 't2') === 'yes') {
    other.broken('Its database says no to t2, and it voted yes.')
  }
}

/** A word is a word: however long it takes, whatever else comes, and over a crash. */
export function keepsItsWord(subject: Subject): void {
  for (const tx of oddNames) {
    const bench = new ParticipantBench(subject)
    if (voteIn(prepare(bench, tx), tx) !== 'yes') continue
    bench.passTo(bench.now + (tx === 't1' ? LONG_MS : SHORT_MS))
    expectWord(bench, tx, 'and heard nothing')
    prepare(bench, tx)
    expectWord(bench, tx, 'and was asked again')
    decide(bench, `${tx} of others`, false)
    bench.votes.set('refused', 'no')
    prepare(bench, 'refused')
    decide(bench, 'refused', false)
    expectWord(bench, tx, 'and another transaction was aborted')
    prepare(bench, 'another')
    decide(bench, 'another', true)
    expectWord(bench, tx, 'and another transaction was committed')
    bench.restart()
    bench.passTo(bench.now + (tx === 't1' ? LONG_MS : SHORT_MS))
    expectWord(bench, tx, 'started again, and heard nothing')
  }
}

/** What it has said would outlive a crash in that very moment. */
export function savesVoteFirst(subject: Subject): void {
  for (const tx of oddNames) {
    const bench = new ParticipantBench(subject)
    prepare(bench, 'before')
    const vote = prepare(bench, tx).find(({ msg }) => msg.t === 'Vote')
    if (vote?.msg.t !== 'Vote' || vote.msg.vote !== 'yes') continue
    bench.restart(vote.disk)
    expectLocks(bench, tx, `It voted yes to ${name(tx)} and, right after that, crashed`)
    expectLocks(bench, 'before', 'It voted yes to two transactions, and crashed')
    decide(bench, tx, true)
    const written = bench.written().filter((each) => each === tx).length
    if (written === 1) continue
    bench.broken(
      `It voted yes to ${name(tx)} and crashed; after the decision it has not committed.`,
    )
  }
}

/** Before it hears anybody, it has again what it has promised. */
export function locksAgain(subject: Subject): void {
  const bench = new ParticipantBench(subject)
  prepare(bench, 't1', 'desk')
  prepare(bench, 't2', 'bank')
  prepare(bench, 't3', 'desk')
  decide(bench, 't2', true, 'bank')
  bench.restart()
  for (const tx of ['t1', 't3']) expectLocks(bench, tx, 'It was in doubt, and started again')
  if (bench.locks.has('t2')) {
    bench.broken('It has committed t2, crashed, and took the locks of t2 once more.')
  }
  bench.restart()
  decide(bench, 't1', false)
  bench.restart()
  expectLocks(bench, 't3', 'It was in doubt, and started again for the third time')
  if (bench.locks.has('t1')) {
    bench.broken('It has aborted t1, crashed, and took the locks of t1 once more.')
  }
}

function expectLocks(bench: ParticipantBench, tx: string, when: string): void {
  if (bench.locks.has(tx)) return
  const voted = bench.sent.some(
    ({ msg }) => msg.t === 'Vote' && msg.tx === tx && msg.vote === 'yes',
  )
  if (voted) bench.broken(`${when}, and the locks of ${name(tx)} are free.`)
}

function expectWord(bench: ParticipantBench, tx: string, when: string): void {
  const own = bench.calls.find((call) => call.tx === tx && call.what !== 'prepare')
  if (own !== undefined) {
    bench.broken(
      `It voted yes to ${name(tx)}, ${when}, and called ${own.what}: nobody has decided.`,
    )
  }
  expectLocks(bench, tx, `It voted yes to ${name(tx)}, ${when}`)
}

if (LONG_MS !== 15_000) throw new Error('sentinel-commit-and-saga-participant-votes.ts')
