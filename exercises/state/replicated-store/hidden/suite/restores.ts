import { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Backup, Entry } from '../../src/replicated-store.ts'
import { name, stateText } from '../../words.ts'
import { copyOf } from './backups.ts'
import { converse, PlayedPeer } from './played-peer.ts'
import { confirm, follow, isSame, leader, logOf, logText } from './talk.ts'

/** What a log comes to. */
export function stateOf(entries: readonly Entry[]): Map<string, string> {
  const state = new Map<string, string>()
  for (const { key, value } of entries) {
    if (value === null) state.delete(key)
    else state.set(key, value)
  }
  return state
}

/** Writes at some times, the same one twice among them; keys and values that mislead. */
const writes = [
  [100, 'x', '1'],
  [200, '__proto__', 'first'],
  [300, 'y', ''],
  [300, 'x', '2'],
  [400, 'y', null],
  [500, '', 'empty'],
  [500, '__proto__', null],
  [600, 'constructor', 'c'],
  [700, 'x', null],
  [700, '10', 'ten'],
  [800, 'y', 'again'],
] as const

const moments = [-1, 99, 100, 250, 299.5, 300, 450, 500, 600, 650, 700, 900, 1e9]

/** The state of each moment, no more and no less, at the leader and at everybody else. */
export function restoresMoment(subject: Subject): void {
  for (const upTo of moments) {
    const bench = leader(subject, 2)
    const peers = [new PlayedPeer('b'), new PlayedPeer('c')]
    for (const [at, key, value] of writes) {
      bench.passTo(at)
      bench.put(key, value)
    }
    const backup = copyOf(bench.takeBackup())
    bench.passTo(1000)
    bench.put('x', 'later')
    bench.put('late', 'too late')
    bench.restoreFrom(backup, upTo)
    converse(bench, peers)
    const then = stateOf(backup.entries.filter(({ at }) => at <= upTo))
    expectState(bench, bench.takeBackup().entries, then, upTo)
    for (const peer of peers) expectState(bench, peer.log, then, upTo, { at: peer.id })
  }
}

/** The machines are gone, and the backup is all that there is. */
export function restoresAlone(subject: Subject): void {
  const lost = leader(subject, 7)
  for (const [at, key, value] of writes) {
    lost.passTo(at)
    lost.put(key, value)
  }
  const backup = copyOf(lost.takeBackup())
  for (const upTo of [650, 300, 1e9]) {
    const bench = leader(subject, 1)
    bench.put('x', 'of another life')
    bench.restoreFrom(backup, upTo)
    const then = stateOf(backup.entries.filter(({ at }) => at <= upTo))
    expectState(bench, bench.takeBackup().entries, then, upTo)
    bench.put('x', 'goes on')
    bench.restart()
    expectState(bench, bench.takeBackup().entries, then.set('x', 'goes on'), upTo)
  }
}

/** Nothing of the log is rewritten: whoever restored the wrong moment can go back once more. */
export function keepsHistory(subject: Subject): void {
  const bench = leader(subject, 2)
  for (const [at, key, value] of writes) {
    bench.passTo(at)
    bench.put(key, value)
  }
  const before = bench.takeBackup()
  bench.passTo(2000)
  bench.restoreFrom(before, 100)
  bench.passTo(3000)
  const after = copyOf(bench.takeBackup())
  const kept = after.entries.slice(0, before.entries.length)
  if (!isSame(kept, before.entries)) {
    bench.broken(`The log was ${logText(before.entries)}, and begins with ${logText(kept)} now.`)
  }
  bench.restoreFrom(after, 1999)
  expectState(bench, bench.takeBackup().entries, stateOf(before.entries), 1999)
  bench.restoreFrom(bench.takeBackup(), 2000)
  expectState(bench, bench.takeBackup().entries, new Map([['x', '1']]), 2000)
}

/** A restore is a write: it is told when it will last, and once. */
export function tellsRestored(subject: Subject): void {
  for (const mode of ['async', 'quorum'] as const) {
    const { bench, backup } = restored(subject, mode)
    if (mode === 'quorum') {
      confirm(bench, 'b', 2, 5)
      confirm(bench, 'c', 2, 6)
      if (bench.count('restored') > 0) {
        bench.broken('No peer has all that was restored, and it says that it is restored.')
      }
    }
    confirmAll(bench)
    confirmAll(bench)
    const told = bench.events.find(({ event }) => event === 'restored')
    if (told === undefined) continue
    if (bench.count('restored') > 1) bench.broken('It says twice that one restore is done.')
    expectState(bench, bench.logOn(told.disk), stateOf(backup.entries), 20, {
      when: 'after a crash',
    })
  }
}

/** And as soon as it will. */
export function tellsRestoredInTime(subject: Subject): void {
  for (const mode of ['async', 'quorum'] as const) {
    const { bench } = restored(subject, mode)
    if (mode === 'quorum') confirmAll(bench)
    if (bench.count('restored', 20) > 0) continue
    const who = mode === 'async' ? 'It is async' : 'Everybody has what was restored'
    bench.broken(`${who}, and there was no "restored" with 20 as its data at once.`)
  }
  for (const upTo of [0, 1]) {
    const bench = leader(subject, 2, { mode: 'async' })
    bench.passTo(1)
    if (upTo === 1) bench.put('x', '1')
    bench.restoreFrom(bench.takeBackup(), upTo)
    if (bench.count('restored', upTo) === 1) continue
    bench.broken('Everything was so already, and a restore in async mode did not say "restored".')
  }
}

function restored(subject: Subject, mode: 'async' | 'quorum'): { bench: Bench; backup: Backup } {
  const bench = leader(subject, 2, { mode })
  bench.put('x', '1')
  bench.put('y', '1')
  const backup = bench.takeBackup()
  bench.put('x', '2')
  bench.put('y', null)
  bench.put('z', '2')
  for (const peer of bench.peers) confirm(bench, peer, 2, 5)
  bench.passTo(50)
  bench.restoreFrom(backup, 20)
  return { bench, backup }
}

function confirmAll(bench: Bench): void {
  const { length } = bench.takeBackup().entries
  for (const peer of bench.peers) confirm(bench, peer, 2, length)
}

/** Only who leads can make others follow. */
export function restoresAsLeader(subject: Subject): void {
  const backup: Backup = { entries: logOf(1, 1) }
  const bench = new Bench(subject)
  follow(bench, 2, logOf(2))
  for (const step of ['follows', 'has no majority yet']) {
    if (step !== 'follows') bench.promote(3)
    let isRefused = false
    try {
      bench.restoreFrom(backup, 100)
    } catch {
      isRefused = true
    }
    if (!isRefused) bench.broken(`It ${step}, and restoreFrom did not throw.`)
    const log = bench.takeBackup().entries
    if (isSame(log, logOf(2)) && bench.count('restored') === 0) continue
    bench.broken(`It ${step}, and restoreFrom made its log ${logText(log)}.`)
  }
}

/** The clock of a new leader may be behind, and a clock may be set back. */
export function keepsTimesInOrder(subject: Subject): void {
  for (const skewMs of [-1000, 0, 1000, 25]) {
    const bench = leader(subject, 2, {}, logOf(1, 1, 1))
    bench.passTo(40)
    bench.skewMs = skewMs
    bench.put('x', '1')
    bench.skewMs = -5000
    bench.passTo(60)
    bench.put('y', '2')
    const times = bench.takeBackup().entries.map(({ at }) => at)
    const first = Math.max(30, 40 + skewMs)
    const should = [10, 20, 30, first, first]
    if (times.join() === should.join()) continue
    bench.broken(
      `Its clock showed ${40 + skewMs} and then ${-4940} ms, behind an entry of 30 ms; its times are ${times.join(', ')}.`,
    )
  }
}

function expectState(
  bench: Bench,
  entries: readonly Entry[],
  should: ReadonlyMap<string, string>,
  upTo: number,
  { at = bench.id, when = '' }: { readonly at?: string; readonly when?: string } = {},
): void {
  const is = stateText(stateOf(entries))
  if (is === stateText(should)) return
  const where = when === '' ? name(at) : `${name(at)} ${when}`
  bench.broken(`At ${upTo} ms there was ${stateText(should)}. Restored at ${where}: ${is}.`)
}

if (moments.length === 0) throw new Error('sentinel-replicated-store-restores.ts')
