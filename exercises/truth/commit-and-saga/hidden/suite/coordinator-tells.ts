import type { NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../subject.ts'
import { CoordinatorBench } from '../../tx-bench.ts'
import { name } from '../../words.ts'
import { oddNames, wrongPace } from './again.ts'
import { ask, saysSo, toldIn, vote } from './coordinator-talk.ts'

const WATCHED_MS = 2000

/** The brief's time for votes: before it, all that is missing is awaited; after it, nothing is. */
const VOTING_MS = { least: 500, most: 2000 } as const

const parts = ['seat', 'card', 'mail'] as const

/** Everybody is asked at once, and whoever has not voted is asked again. */
export function asksAgain(subject: Subject): void {
  for (const tx of oddNames) {
    const bench = new CoordinatorBench(subject)
    const asked = toldIn(bench.begin(tx, parts), 'Prepare', tx)
    const missed = parts.find((part) => !asked.has(part))
    if (missed !== undefined)
      bench.broken(`${name(tx)} began, and ${missed} was not asked at once.`)
    bench.begin(`${tx} and another`, parts)
    vote(bench, 'card', tx, 'yes')
    expectPace(bench, ['seat', 'mail'], 'Prepare', tx, VOTING_MS.least - 20)
  }
}

/** The last yes, or the first no, and all know it. */
export function tellsAtOnce(subject: Subject): void {
  for (const tx of oddNames) {
    for (const commit of [true, false]) {
      const bench = new CoordinatorBench(subject)
      bench.begin('other', parts)
      bench.begin(tx, parts)
      vote(bench, 'mail', tx, 'yes')
      if (commit) vote(bench, 'card', tx, 'yes')
      // Neither a stranger's vote counts, nor a second one.
      vote(bench, 'stranger', tx, 'no')
      vote(bench, 'mail', tx, 'no')
      const told = toldIn(vote(bench, 'seat', tx, commit ? 'yes' : 'no'), 'Decide', tx)
      expectTold(bench, told, commit ? parts : ['card', 'mail'], tx, commit)
      const event = commit ? 'committed' : 'aborted'
      if (bench.count(event, tx) > 0) continue
      bench.broken(`${name(tx)} is decided, and it did not emit "${event}" at once.`)
    }
  }
  const alone = new CoordinatorBench(subject)
  alone.begin('t1', ['seat'])
  expectTold(alone, toldIn(vote(alone, 'seat', 't1', 'yes'), 'Decide', 't1'), ['seat'], 't1', true)
  const readers = new CoordinatorBench(subject)
  readers.begin('t1', ['seat', 'card'])
  vote(readers, 'seat', 't1', 'read')
  vote(readers, 'card', 't1', 'read')
  if (readers.count('committed', 't1') > 0) return
  readers.broken('Both have only read, and it did not emit "committed" at once.')
}

/** And again, until they have done it: after a crash too. */
export function tellsAgain(subject: Subject): void {
  for (const commit of [true, false]) {
    const bench = decided(subject, commit)
    const due: readonly NodeId[] = commit ? parts : ['card', 'mail']
    expectPace(bench, due, 'Decide', 't1', WATCHED_MS)
    // Neither a question nor a late vote says that it is done.
    ask(bench, 'mail', 't1')
    vote(bench, 'mail', 't1', 'yes')
    bench.receive('card', { t: 'Done', tx: 't1' })
    expectPace(bench, commit ? ['seat', 'mail'] : ['mail'], 'Decide', 't1', WATCHED_MS)
    if (!commit) continue
    const other = decided(subject, true)
    other.restart()
    expectPace(other, parts, 'Decide', 't1', WATCHED_MS)
  }
}

/** Whoever is in doubt hears it at once; and while nothing is decided, nothing. */
export function answersAsks(subject: Subject): void {
  for (const commit of [true, false]) {
    const bench = new CoordinatorBench(subject)
    bench.begin('t1', parts)
    vote(bench, 'card', 't1', 'yes')
    if (ask(bench, 'card', 't1') !== undefined) bench.broken('Nothing is decided, and it says so.')
    vote(bench, 'mail', 't1', 'yes')
    vote(bench, 'seat', 't1', commit ? 'yes' : 'no')
    for (const part of ['card', 'mail', 'card']) {
      bench.receive(part, { t: 'Done', tx: 't1' })
      if (ask(bench, part, 't1') === commit) continue
      bench.broken(`It has decided on t1, was asked, and did not answer ${part} at once.`)
    }
    bench.restart()
    if (ask(bench, 'mail', 't1') === commit) continue
    bench.broken('It crashed, was asked about t1, and did not say at once how that ended.')
  }
  const forgetful = new CoordinatorBench(subject)
  forgetful.begin('t1', parts)
  vote(forgetful, 'card', 't1', 'yes')
  forgetful.restart()
  if (ask(forgetful, 'card', 't1') === false) return
  forgetful.broken('It crashed before it decided, was asked, and did not say at once: abort.')
}

/** Somebody who is away must not hold up all the others. */
export function givesUpInTime(subject: Subject): void {
  const patient = new CoordinatorBench(subject)
  patient.begin('t1', ['seat', 'card'])
  vote(patient, 'card', 't1', 'yes')
  patient.passTo(VOTING_MS.least - 1)
  vote(patient, 'seat', 't1', 'yes')
  if (!saysSo(patient, 't1', true)) {
    patient.broken(`The last yes came ${VOTING_MS.least - 1} ms after the beginning: no commit.`)
  }
  for (const txs of [['t1'], ['t1', 't2']]) givesUp(subject, txs)
}

function givesUp(subject: Subject, txs: readonly string[]): void {
  const bench = new CoordinatorBench(subject)
  for (const [place, tx] of txs.entries()) {
    bench.passTo(300 * place)
    bench.begin(tx, ['seat', 'card'])
    vote(bench, 'card', tx, 'yes')
  }
  for (const [place, tx] of txs.entries()) {
    bench.passTo(300 * place + VOTING_MS.most)
    expectTold(bench, toldIn(bench.sent, 'Decide', tx), ['card'], tx, false)
    if (bench.count('aborted', tx) > 0) continue
    bench.broken(
      `seat did not vote on ${tx} for ${VOTING_MS.most} ms, and it emitted no "aborted".`,
    )
  }
}

/** Nobody hears again what is over for him. */
export function sparesOthers(subject: Subject): void {
  const bench = new CoordinatorBench(subject)
  bench.begin('t1', parts)
  vote(bench, 'card', 't1', 'read')
  vote(bench, 'seat', 't1', 'yes')
  const asked = toldIn(bench.passTo(VOTING_MS.least - 20), 'Prepare', 't1')
  for (const part of ['seat', 'card'] as const) {
    if (asked.has(part)) bench.broken(`${part} has voted on t1, and was asked again.`)
  }
  const told = toldIn(vote(bench, 'mail', 't1', 'yes'), 'Decide', 't1')
  expectTold(bench, told, ['seat', 'mail'], 't1', true)
  bench.receive('seat', { t: 'Done', tx: 't1' })
  const before = bench.sent.length
  bench.passTo(bench.now + WATCHED_MS)
  const again = toldIn(bench.sent.slice(before), 'Decide', 't1')
  if (again.has('seat')) bench.broken('seat has said Done, and was told again.')
  bench.receive('mail', { t: 'Done', tx: 't1' })
  const then = bench.sent.length
  bench.passTo(bench.now + WATCHED_MS)
  if (bench.sent.length > then) bench.broken('Everybody has said Done, and it goes on to tell.')
  bench.restart()
  bench.passTo(bench.now + WATCHED_MS)
  if (toldIn(bench.sent, 'Decide', 't1').has('card')) {
    bench.broken('card has nothing to write, and was told what was decided.')
  }
  const aborted = decided(subject, false)
  for (const part of parts) aborted.receive(part, { t: 'Done', tx: 't1' })
  const said = aborted.sent.length
  aborted.passTo(aborted.now + WATCHED_MS)
  if (aborted.sent.length === said) return
  aborted.broken('It is aborted, everybody has said Done, and it goes on to tell.')
}

function decided(subject: Subject, commit: boolean): CoordinatorBench {
  const bench = new CoordinatorBench(subject)
  bench.begin('t1', parts)
  for (const part of ['card', 'mail'] as const) vote(bench, part, 't1', 'yes')
  vote(bench, 'seat', 't1', commit ? 'yes' : 'no')
  return bench
}

function expectTold(
  bench: CoordinatorBench,
  told: ReadonlySet<NodeId>,
  due: readonly NodeId[],
  tx: string,
  commit: boolean,
): void {
  const missed = due.find((part) => !told.has(part))
  if (missed === undefined && saysSo(bench, tx, commit)) return
  const what = commit ? 'Everybody voted yes to' : 'There is no way to commit'
  bench.broken(`${what} ${name(tx)}, and ${missed ?? 'nobody'} was not told in time.`)
}

function expectPace(
  bench: CoordinatorBench,
  due: readonly NodeId[],
  t: 'Prepare' | 'Decide',
  tx: string,
  forMs: number,
): void {
  const since = bench.now
  const sent = bench.passTo(since + forMs)
  for (const part of due) {
    const its = sent.filter(({ to, msg }) => to === part && msg.t === t && msg.tx === tx)
    const wrong = wrongPace(its, since, bench.now)
    if (wrong === null) continue
    bench.broken(`${part} does not answer the ${t} of ${name(tx)}: ${wrong}.`)
  }
}

if (!parts.includes('seat')) throw new Error('sentinel-commit-and-saga-coordinator-tells.ts')
