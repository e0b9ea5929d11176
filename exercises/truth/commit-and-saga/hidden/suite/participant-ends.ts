import type { Subject } from '../../subject.ts'
import { ParticipantBench } from '../../tx-bench.ts'
import { name } from '../../words.ts'
import { oddNames } from './again.ts'
import { decide, doneIn, prepare, voteIn } from './participant-talk.ts'

const WRITES_MAX = 50
const TRIES_MAX = 5

/** What was decided is done: once, and nothing that comes late changes it. */
export function obeysOnce(subject: Subject): void {
  for (const tx of oddNames) {
    for (const commit of [true, false]) {
      const bench = new ParticipantBench(subject)
      prepare(bench, 'other')
      if (voteIn(prepare(bench, tx), tx) !== 'yes') continue
      decide(bench, tx, commit)
      expectEnd(bench, tx, commit, 'After the decision')
      decide(bench, tx, commit)
      expectEnd(bench, tx, commit, 'After the same decision once more')
      prepare(bench, tx)
      expectEnd(bench, tx, commit, 'After a Prepare that came late')
      bench.passTo(bench.now + 1000)
      expectEnd(bench, tx, commit, 'After a Prepare that came late, and a while,')
      bench.restart()
      prepare(bench, tx)
      decide(bench, tx, commit)
      expectEnd(bench, tx, commit, 'After a crash, and a Prepare that came late,')
      if (!bench.locks.has('other')) bench.broken('Nobody has decided on other, and it is free.')
    }
  }
  const stranger = new ParticipantBench(subject)
  stranger.votes.set('t1', 'no')
  prepare(stranger, 't1')
  for (const tx of ['t1', 't2']) decide(stranger, tx, false)
  if (stranger.written().length > 0) stranger.broken('It was told to abort, and has committed.')
}

/** What it says is done would outlive a crash in that very moment. */
export function savesEndFirst(subject: Subject): void {
  for (const commit of [true, false]) {
    const bench = new ParticipantBench(subject)
    if (voteIn(prepare(bench, 't1'), 't1') !== 'yes') continue
    const done = doneIn(decide(bench, 't1', commit), 't1')
    if (done === undefined) continue
    bench.restart(done.disk)
    expectEnd(bench, 't1', commit, 'It says Done, crashes, and starts again:')
    decide(bench, 't1', commit)
    expectEnd(bench, 't1', commit, 'It says Done, crashes, and hears the decision once more:')
  }
}

/** The power goes at each write and at each sync, and the same messages come again. */
export function survivesEachWrite(subject: Subject): void {
  for (const commit of [true, false]) {
    for (let nth = 1; nth <= WRITES_MAX; nth++) {
      const bench = new ParticipantBench(subject)
      bench.writesLeft = nth
      if (!lastsThrough(bench, commit)) return
      if (bench.crashes === 0) break
    }
  }
}

/** Returns whether it answers at all: if it does not, others tell. */
function lastsThrough(bench: ParticipantBench, commit: boolean): boolean {
  const hasVoted = (): boolean => voteIn(bench.sent, 't1') === 'yes'
  for (let tries = 0; tries < TRIES_MAX && !hasVoted(); tries++) prepare(bench, 't1')
  if (!hasVoted()) return false
  if (!bench.locks.has('t1')) {
    bench.broken('The power went at a write; it has voted yes to t1, and the locks of t1 are free.')
  }
  if (bench.calls.some(({ what }) => what !== 'prepare')) {
    bench.broken('The power went at a write, and it has ended t1 by itself.')
  }
  const hasDone = (): boolean => doneIn(bench.sent, 't1') !== undefined
  for (let tries = 0; tries < TRIES_MAX && !hasDone(); tries++) decide(bench, 't1', commit)
  if (!hasDone()) return false
  expectEnd(bench, 't1', commit, 'The power went at a write; in the end:')
  bench.restart()
  decide(bench, 't1', commit)
  expectEnd(bench, 't1', commit, 'The power went at a write, and in the end once more:')
  return true
}

function expectEnd(bench: ParticipantBench, tx: string, commit: boolean, when: string): void {
  const times = bench.written().filter((each) => each === tx).length
  const what = commit ? 'commit' : 'abort'
  if (times !== Number(commit)) {
    const is = times === 1 ? 'is committed' : `is committed ${times} times`
    bench.broken(`The decision on ${name(tx)} is to ${what}. ${when} it ${is}, on its disk.`)
  }
  if (bench.locks.has(tx)) {
    bench.broken(`The decision on ${name(tx)} is to ${what}. ${when} it holds its locks.`)
  }
}

if (WRITES_MAX < TRIES_MAX) throw new Error('sentinel-commit-and-saga-participant-ends.ts')
