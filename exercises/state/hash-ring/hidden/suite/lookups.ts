import { holds } from '@five-pillars/suite'

import { histories, keys, playHistory } from './histories.ts'
import { expectOneHash } from './one-hash.ts'
import { ALL_PLACES, mixed } from './place-hash.ts'
import { Session } from './session.ts'
import type { Subject } from './session.ts'

/** The big ring of the promise, as the brief states it. */
export const bigRing = { nodes: 15, vnodes: 2000, lookups: 100_000 } as const

const FAR_PLACES = Math.floor(ALL_PLACES / 20)

/** After the first lookup that follows a change, each one asks for the hash of its key at most. */
export function hashesOnce(subject: Subject): void {
  holds(
    [histories],
    (history) => {
      const session = playHistory(subject, history)
      session.owner('k1')
      for (const key of keys) {
        session.owner(key)
        expectOneHash(session, key)
      }
    },
    { factor: 0.5 },
  )
}

/**
 * The judge is the clock, which ends a test that takes seconds: this one takes a fraction of one
 * where a lookup halves the ring, and many where it walks along it.
 */
export function answersManyLookups(subject: Subject): void {
  // Whoever asks for too many hashes is told so where that takes no time yet.
  lookUp(subject, { nodes: 2, vnodes: 10, lookups: 2 })
  lookUp(subject, bigRing)
}

function lookUp(
  subject: Subject,
  { nodes, vnodes, lookups }: Readonly<Record<keyof typeof bigRing, number>>,
): void {
  const session = new Session(subject, { vnodes, hash: farPlaceOf })
  for (let node = 0; node < nodes; node++) session.add(`node-${node}`)
  for (let lookup = 0; lookup < lookups; lookup++) {
    const owner = session.owner(`key-${lookup}`)
    if (owner === null) throw new Error('sentinel-hash-ring-lookups.ts: members, and no owner')
    if (lookup > 0) expectOneHash(session, `key-${lookup}`)
  }
}

/** Keys lie at the far end of the ring, where a walk has all points to pass by. */
function farPlaceOf(text: string): number {
  const place = mixed(text, 1)
  return text.startsWith('key-') ? ALL_PLACES - 1 - (place % FAR_PLACES) : place
}
