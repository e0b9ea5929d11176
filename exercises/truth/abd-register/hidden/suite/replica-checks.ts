import { holds } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import { compare, newestOf, nothing, timestampText, version, versionText } from './messages.ts'
import type { Version } from './messages.ts'
import { ReplicaTalk } from './replica-talk.ts'

/** As text, 10 comes before 9. */
const COUNTERS = [1, 2, 9, 10, 1_000_000] as const

/** In the order of `<`, with values in the opposite one: the value decides nothing. */
const WRITERS = [
  { client: 'C2', value: 'zebra' },
  { client: 'c1', value: 'yak' },
  { client: 'c10', value: 'wolf' },
  { client: 'c2', value: '' },
] as const

const written = fc
  .tuple(fc.constantFrom(...WRITERS), fc.constantFrom(...COUNTERS))
  .map(([{ client, value }, counter]) => {
    return version(counter, client, value === '' ? value : `${value}${counter}`)
  })

/** Counters alone decide: no two of them are equal. */
const rising = fc.uniqueArray(written, {
  minLength: 1,
  maxLength: 5,
  selector: ({ ts }) => ts.counter,
})

const tied = fc
  .tuple(fc.constantFrom(...COUNTERS), fc.shuffledSubarray([...WRITERS], { minLength: 2 }))
  .map(([counter, writers]) => writers.map(({ client, value }) => version(counter, client, value)))

/** A replica begins with nothing, whatever others hold. */
export function beginsEmpty(subject: Subject): void {
  const other = new ReplicaTalk(subject)
  other.put(version(3, 'c1', 'x'))
  const fresh = new ReplicaTalk(subject)
  const held = fresh.get()
  if (held.value === null && compare(held.ts, nothing.ts) === 0) return
  const got = `${JSON.stringify(held.value)} of ${timestampText(held.ts)}`
  fresh.node.broken(`A new replica holds ${got}, not null of (0, "").`)
}

/** Every request is answered under its id: old ones, and the same one twice. */
export function answersAll(subject: Subject): void {
  const talk = new ReplicaTalk(subject)
  talk.get('c1', 7)
  talk.put(version(5, 'c2', 'new'), 'c2', 7)
  talk.put(version(5, 'c2', 'new'), 'c2', 7)
  talk.put(version(5, 'c2', 'new'), 'c1', 8)
  talk.put(version(4, 'c1', 'old'), 'c1', 0)
  talk.put(nothing, 'c3', 1)
  talk.get('c4', 7)
  talk.get('c4', 7)
}

export function keepsLargestCounter(subject: Subject): void {
  holds([rising], (versions) => keepsLargest(subject, versions))
}

export function keepsLargestClient(subject: Subject): void {
  holds([tied], (versions) => keepsLargest(subject, versions))
}

function keepsLargest(subject: Subject, versions: readonly Version[]): void {
  const talk = new ReplicaTalk(subject)
  let newest = nothing
  for (const one of versions) {
    talk.put(one)
    newest = newestOf(newest, one)
    talk.expectHolds(talk.get(), newest, 'Then')
  }
}

/** What a replica has said, it still holds after a crash in the very moment of saying it. */
export function survivesCrash(subject: Subject): void {
  holds([rising], (versions) => {
    const talk = new ReplicaTalk(subject)
    let newest = nothing
    for (const one of versions) {
      const before = newest
      newest = newestOf(newest, one)
      const ack = talk.put(one)
      talk.expectHolds(talk.afterCrash(ack.durable), newest, 'After a crash right after this Ack')
      const value = talk.answer('c1', { t: 'Get', id: 1 }, 'Value')
      const held = talk.afterCrash(value.durable)
      talk.expectHolds(held, newest, 'After a crash right after this Value')
      for (const durable of talk.node.takeCrashPoints()) {
        expectWhole(talk, talk.afterCrash(durable), [before, newest])
      }
    }
  })
}

/** A crash may come between two writes to the disk: there is never half of a version on it. */
function expectWhole(talk: ReplicaTalk, held: Version, allowed: readonly Version[]): void {
  const isWhole = allowed.some(
    ({ ts, value }) => compare(held.ts, ts) === 0 && held.value === value,
  )
  if (isWhole) return
  const wanted = [...new Set(allowed.map((one) => versionText(one)))].join(' or ')
  talk.node.broken(
    `After a crash in the middle of the Put a holds ${versionText(held)}, and not ${wanted}.`,
  )
}

if (WRITERS.some(({ client }) => client.length !== 2 && client.length !== 3)) {
  throw new Error('sentinel-abd-register-replica-checks.ts: no such client')
}
