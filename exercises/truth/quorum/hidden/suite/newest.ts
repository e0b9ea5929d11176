import { BrokenPromise, counted, holds, listed, quoted } from '@five-pillars/suite'

import { askNewest, gotText, readStory } from './ask-newest.ts'
import type { Got } from './ask-newest.ts'
import { handFedReads } from './hand-fed-reads.ts'
import { knownOf } from './known.ts'
import { reads, replyText } from './read.ts'
import type { Read } from './read.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'

/** Reads are cheap, and names that mislead are rare among them. */
const EFFORT = { factor: 3 }

/** With fewer than r replicas there is no answer, however many replies there are. */
export function needsReplicas(subject: Subject): void {
  forReads(subject, (read, got) => {
    const { replicas } = knownOf(read)
    if (replicas.length >= read.r || got.kind === 'null') return
    const few = replicas.length === 0 ? 'nobody' : listed(replicas.map(quoted))
    broken(`newest gives ${gotText(got)}, not null, but r is ${read.r} and ${few} replied.`, read)
  })
}

/** Whatever the order of the replies, the value of the highest timestamp and then id. */
export function choosesNewest(subject: Subject): void {
  forReads(subject, (read, got) => {
    const { replicas, newest, isTied } = knownOf(read)
    if (replicas.length < read.r || newest === undefined || got.kind === 'null') return
    if (got.kind === 'odd') {
      broken(
        `newest gives ${got.text}, not null or an object with a value and a list of the stale.`,
        read,
      )
    }
    if (Object.is(got.value, newest.value)) return
    const why = isTied ? ', since of equal ts the larger id wins' : ''
    broken(`newest gives ${shown(got.value)}; the newest is ${replyText(newest)}${why}.`, read)
  })
}

/** r replicas are enough for an answer. */
export function takesEnough(subject: Subject): void {
  forReads(subject, (read, got) => {
    const { length } = knownOf(read).replicas
    if (length < read.r || got.kind !== 'null') return
    broken(`newest gives null, but ${counted(length, 'replica')} replied and r is ${read.r}.`, read)
  })
}

/** Whoever holds less than the newest is named, so that it can be repaired. */
export function findsStale(subject: Subject): void {
  forReads(subject, (read, got) => {
    const { replicas, stale } = knownOf(read)
    if (replicas.length < read.r) return
    if (got.kind === 'newest' && isSameList(got.stale, stale)) return
    const said = got.kind === 'newest' ? shown(got.stale) : gotText(got)
    const behind = stale.length === 0 ? 'nobody is behind' : `behind are ${shown(stale)}`
    broken(`newest gives ${said} as stale, but ${behind}.`, read)
  })
}

function forReads(subject: Subject, promise: (read: Read, got: Got) => void): void {
  const check = (read: Read): void => promise(read, askNewest(subject, read))
  if (handFedReads.length === 0) throw new Error('sentinel-quorum-newest.ts: nothing was fed')
  for (const read of handFedReads) check(read)
  holds([reads], check, EFFORT)
}

function isSameList(got: readonly unknown[], wanted: readonly string[]): boolean {
  return got.length === wanted.length && wanted.every((id, index) => got[index] === id)
}

function broken(sentence: string, read: Read): never {
  throw new BrokenPromise(`${sentence}\n${readStory(read)}`)
}
