import type { Subject } from '../../subject.ts'
import { ParticipantBench } from '../../tx-bench.ts'
import { name } from '../../words.ts'
import { oddNames, wrongPace } from './again.ts'
import { decide, doneIn, prepare, voteIn } from './participant-talk.ts'

const WATCHED_MS = 2000

/** Whoever asks hears it at once, each time. */
export function answersAll(subject: Subject): void {
  for (const tx of oddNames) {
    for (const commit of [true, false]) {
      const bench = new ParticipantBench(subject)
      for (const when of ['', ' again', ' after a crash']) {
        if (when === ' after a crash') bench.restart()
        if (voteIn(prepare(bench, tx), tx) === 'yes') continue
        bench.broken(`It was asked to prepare ${name(tx)}${when}, and did not say yes at once.`)
      }
      for (const when of ['', ' again', ' after a crash']) {
        if (when === ' after a crash') bench.restart()
        const done = doneIn(decide(bench, tx, commit), tx)
        if (done?.to === 'desk') continue
        bench.broken(`It heard the decision on ${name(tx)}${when}, and did not say Done at once.`)
      }
    }
  }
  const bench = new ParticipantBench(subject)
  for (const vote of ['no', 'read'] as const) {
    bench.votes.set(vote, vote)
    if (voteIn(prepare(bench, vote, 'bank'), vote) === vote) continue
    bench.broken(`Its database said ${vote}, and it did not say so at once.`)
  }
  for (const tx of ['no', 'never heard of']) {
    if (doneIn(decide(bench, tx, false, 'bank'), tx)?.to === 'bank') continue
    bench.broken('It was told to abort what it has not prepared, and did not say Done at once.')
  }
}

/** Whoever has given a word and hears nothing asks, until it is told. */
export function asksInDoubt(subject: Subject): void {
  for (const isRestarted of [false, true]) {
    const bench = new ParticipantBench(subject)
    for (const [tx, from] of asked) prepare(bench, tx, from)
    if (isRestarted) bench.restart()
    expectAsks(bench, asked)
    decide(bench, 't2', true, 'bank')
    decide(bench, 't3', true, '')
    decide(bench, '', false, 'desk')
    expectAsks(bench, [['t1', 'desk']])
    decide(bench, 't1', true, 'desk')
    expectAsks(bench, [])
  }
}

const asked = [
  ['t1', 'desk'],
  ['t2', 'bank'],
  ['', 'desk'],
  ['t3', ''],
] as const

function expectAsks(
  bench: ParticipantBench,
  due: readonly (readonly [tx: string, coordinator: string])[],
): void {
  const since = bench.now
  const sent = bench.passTo(since + WATCHED_MS)
  for (const [tx, coordinator] of due) {
    const asks = sent.filter(({ to, msg }) => {
      return to === coordinator && msg.t === 'Ask' && msg.tx === tx
    })
    const wrong = wrongPace(asks, since, bench.now)
    if (wrong === null) continue
    bench.broken(
      `It is in doubt about ${name(tx)}, which ${name(coordinator)} coordinates: ${wrong}.`,
    )
  }
  // A timer that was set before may go off once more.
  const [, idle] = sent.filter(({ to, msg }) => {
    return msg.t === 'Ask' && !due.some(([tx, from]) => tx === msg.tx && to === from)
  })
  if (idle === undefined) return
  bench.broken(
    `It asked ${name(idle.to)} about ${name(idle.msg.tx)}, of which it is in no doubt there.`,
  )
}

if (!asked.some(([tx]) => tx === 't1'))
  throw new Error('sentinel-commit-and-saga-participant-answers.ts')
