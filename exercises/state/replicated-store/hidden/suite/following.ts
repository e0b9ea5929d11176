import { Bench } from '../../bench.ts'
import type { Sent } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Entry } from '../../src/replicated-store.ts'
import { counted, name } from '../../words.ts'
import { appendOf, expectLog, follow, isSame, logIn, logOf, logText } from './talk.ts'

/** Entries go where they belong, or nowhere. */
export function fitsOnly(subject: Subject): void {
  for (const [own, prev, prevEpoch] of [
    [logOf(), 1, 1],
    [logOf(1, 1, 2), 4, 2],
    [logOf(1, 1, 2), 3, 1],
    [logOf(1, 1, 2), 2, 2],
    [logOf(1, 1, 2), 9, 2],
    [logOf(2, 10), 2, 9],
  ] as const) {
    const bench = new Bench(subject)
    follow(bench, 10, own)
    const epoch = 11
    const msg = { t: 'Append', epoch, prev, prevEpoch, entries: logOf(11) } as const
    const upTo = confirmedIn(bench.receive('b', msg))
    if (upTo !== undefined && upTo !== 0) {
      bench.broken(
        `Its log is ${logText(own)}; entry ${prev} of epoch ${prevEpoch} is not in it, and it confirms ${upTo}.`,
      )
    }
    expectLog(bench, logIn(bench, epoch), own)
  }
}

/** In order, and each entry once, however often it comes. */
export function onceInOrder(subject: Subject): void {
  const all = odd(logOf(1, 1, 2, 3))
  const bench = new Bench(subject)
  for (const [length, prev] of [
    [2, 0],
    [2, 0],
    [3, 1],
    [3, 0],
    [4, 3],
    [4, 3],
    [4, 2],
    [4, 0],
  ] as const) {
    const log = all.slice(0, length)
    follow(bench, 3, log, prev)
    expectLog(bench, logIn(bench, 3), log)
  }
  bench.restart()
  follow(bench, 3, all, 2)
  expectLog(bench, logIn(bench, 3), all)
  follow(bench, 4, all, 0)
  expectLog(bench, logIn(bench, 4), all)
}

/** What only an earlier leader had goes; it is not mixed with what is true now. */
export function discards(subject: Subject): void {
  const own = logOf(1, 1, 1, 1)
  for (const [theirs, prev] of [
    [[...own.slice(0, 2), ...logOf(1, 1, 2).slice(2)], 2],
    [[...own.slice(0, 2), ...logOf(1, 1, 2).slice(2)], 0],
    [own.slice(0, 2), 2],
    [own.slice(0, 2), 0],
    [own.slice(0, 2), 1],
    [[], 0],
    [logOf(2), 0],
    [logOf(2, 2, 2, 2), 0],
    [[...own.slice(0, 3), ...logOf(1, 1, 1, 2, 2).slice(3)], 3],
  ] as const) {
    const bench = new Bench(subject)
    follow(bench, 1, own)
    const sent = follow(bench, 2, theirs, prev)
    expectLog(bench, logIn(bench, 2), theirs)
    const upTo = confirmedIn(sent)
    if (upTo !== undefined && upTo > theirs.length) {
      bench.broken(
        `The log of its leader has ${counted(theirs.length)}, and it confirms ${counted(upTo)}.`,
      )
    }
  }
}

/** A message that was overtaken is old news. */
export function keepsLate(subject: Subject): void {
  const all = logOf(1, 2, 2, 2)
  for (const [length, prev] of [
    [1, 0],
    [2, 0],
    [2, 1],
    [3, 2],
    [1, 1],
    [3, 3],
  ] as const) {
    const bench = new Bench(subject)
    follow(bench, 2, all.slice(0, 2))
    follow(bench, 2, all, 2)
    const upTo = confirmedIn(follow(bench, 2, all.slice(0, length), prev))
    expectLog(bench, logIn(bench, 2), all)
    if (upTo === undefined || upTo <= all.length) continue
    bench.broken(`Its log has ${counted(all.length)}, and it confirms ${counted(upTo)}.`)
  }
  const first = new Bench(subject)
  follow(first, 2, logOf(2, 2))
  follow(first, 2, [])
  expectLog(first, logIn(first, 2), logOf(2, 2))
}

/** A crash right after a confirmation has left takes nothing back. */
export function savesFirst(subject: Subject): void {
  const bench = new Bench(subject)
  let log: readonly Entry[] = []
  for (const [epoch, theirs] of [
    [1, logOf(1, 1)],
    [1, logOf(1, 1, 1)],
    [2, logOf(1, 1, 2)],
    [2, logOf(1, 1, 2, 2)],
    [4, logOf(1)],
  ] as const) {
    const prev = [...theirs].findIndex((entry, index) => entry.epoch !== log[index]?.epoch)
    const sent = follow(bench, epoch, theirs, prev < 0 ? theirs.length : prev)
    log = theirs
    const answer = sent.find(({ msg }) => msg.t === 'Appended')
    if (answer?.msg.t !== 'Appended') continue
    const kept = bench.logOn(answer.disk)
    const { upTo } = answer.msg
    if (upTo > 0 && !isSame(kept.slice(0, upTo), theirs.slice(0, upTo))) {
      bench.broken(
        `${name(bench.id)} confirmed ${counted(upTo)}, crashed, and has ${logText(kept)}.`,
      )
    }
    if (upTo > 0 && kept.length > theirs.length) {
      bench.broken(
        `${name(bench.id)} discarded entries, crashed, and has them again: ${logText(kept)}.`,
      )
    }
  }
}

function confirmedIn(sent: readonly Sent[]): number | undefined {
  const answer = sent.find(({ msg }) => msg.t === 'Appended')?.msg
  return answer?.t === 'Appended' ? answer.upTo : undefined
}

/** Keys and values that mislead; a format that nobody here can replay is stored all the same. */
function odd(log: readonly Entry[]): readonly Entry[] {
  const writes = [
    { key: '__proto__', value: '' },
    { key: '', value: null },
    { key: 'constructor', value: 'null' },
    { key: '10', value: '0', format: 2 },
  ]
  return log.map((entry, index) => ({ ...entry, ...writes[index] }))
}

if (appendOf(1, []).t !== 'Append') throw new Error('sentinel-replicated-store-following.ts')
