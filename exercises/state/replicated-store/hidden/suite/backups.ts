import { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Backup } from '../../src/replicated-store.ts'
import { name } from '../../words.ts'
import {
  appendOf,
  confirm,
  expectLog,
  follow,
  isSame,
  leader,
  logOf,
  logText,
  obey,
} from './talk.ts'

/** All of the log, of a leader and of a follower, after a crash too; and nothing that came later. */
export function backsUpAll(subject: Subject): void {
  const follower = new Bench(subject)
  expectLog(follower, follower.takeBackup().entries, [], 'backup')
  const log = logOf(1, 1, 2).map((entry) => ({ ...entry, key: 'k1' }))
  follow(follower, 2, log)
  const first = copyOf(follower.takeBackup())
  const second = follower.takeBackup()
  expectLog(follower, first.entries, log, 'backup')
  follow(follower, 2, logOf(2, 2, 2))
  expectLog(follower, follower.takeBackup().entries, logOf(2, 2, 2), 'backup')
  follow(follower, 3, logOf(1, 3))
  expectLog(follower, second.entries, log, 'backup')
  expectLog(follower, follower.takeBackup().entries, logOf(1, 3), 'backup')
  follower.restart()
  expectLog(follower, follower.takeBackup().entries, logOf(1, 3), 'backup')
  for (const mode of ['async', 'quorum'] as const) {
    const bench = leader(subject, 2, { mode })
    bench.put('x', '1')
    bench.put('__proto__', '')
    const backup = bench.takeBackup()
    const writes = [...backup.entries]
    bench.put('x', null)
    bench.put('y', '2')
    const told = backup.entries.map(({ key, value }) => `${key} ${String(value)}`).join(', ')
    if (told === 'x 1, __proto__ ' && isSame(writes, backup.entries)) continue
    bench.broken(
      `Two writes were backed up, and two came later; it holds ${logText(backup.entries)}.`,
    )
  }
}

/** A dump that cannot be read back is found when it is made: that is when somebody can help. */
export function findsUnreadable(subject: Subject): void {
  for (const [place, format] of [
    [0, 2],
    [1, 0],
    [2, 9],
  ] as const) {
    const strange = logOf(1, 1, 1).map((entry, index) => {
      return index === place ? { ...entry, format } : entry
    })
    const bench = new Bench(subject)
    follow(bench, 1, strange)
    expectNoBackup(bench, place + 1, format)
    bench.restart()
    expectNoBackup(bench, place + 1, format)
    // Overwritten since then: a restore may ask for the time before.
    const again = logOf(1, 1, 1, 1)
      .slice(3)
      .map((entry) => ({ ...entry, key: `k${place + 1}` }))
    follow(bench, 1, [...strange, ...again], 3)
    expectNoBackup(bench, place + 1, format)
    bench.promote(2)
    obey(bench, 'b', 2)
    const request = bench.put('x', '1')
    confirm(bench, 'b', 2, 5)
    expectNoBackup(bench, place + 1, format)
    if (bench.count('acked', request) !== 1) {
      bench.broken('It could not be backed up, and now it does not acknowledge a write any more.')
    }
    bench.receive('b', appendOf(3, logOf(3)))
    const { entries } = backupOf(bench)
    expectLog(bench, entries, logOf(3), 'backup')
  }
}

function expectNoBackup(bench: Bench, place: number, format: number): void {
  let entries
  try {
    entries = bench.takeBackup().entries
  } catch {
    return
  }
  bench.broken(
    `Entry ${place} of ${name(bench.id)} has format ${format}, and takeBackup gave a backup of ${entries.length} entries.`,
  )
}

function backupOf(bench: Bench): Backup {
  try {
    return bench.takeBackup()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return bench.broken(`Every entry has format 1 again, and takeBackup threw: ${text}`)
  }
}

/** As it would come back from another machine. */
export function copyOf({ entries }: Backup): Backup {
  return { entries: entries.map((entry) => ({ ...entry })) }
}

if (copyOf.length !== 1) throw new Error('sentinel-replicated-store-backups.ts')
