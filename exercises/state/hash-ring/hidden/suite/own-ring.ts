import { BrokenPromise } from '@five-pillars/suite'

import { ALL_PLACES, placeOf } from './place-hash.ts'
import { Session } from './session.ts'
import type { Subject } from './session.ts'
import { shown } from './shown.ts'

const VNODES = 20
const KEYS = 200

/** Two rings share nothing: neither members nor the points of a node. */
export function sharesNothing(subject: Subject): void {
  const zero = { vnodes: VNODES, hash: () => 0 }
  const first = new Session(subject, zero)
  first.add('A')
  const stranger = new Session(subject, zero).ask('k1')
  if (typeof stranger === 'string') {
    throw new BrokenPromise(
      `Two rings were made, and A was added to the first.\n` +
        `In the second, which is empty, owner("k1") gave ${shown(stranger)}.`,
    )
  }
  first.add('B')
  expectOwnPoints(subject)
}

/** The points of a node lie where the hash of this ring says, not where another ring has them. */
function expectOwnPoints(subject: Subject): void {
  const hash = { places: ALL_PLACES, seed: 1 }
  const ring = new Session(subject, { vnodes: VNODES, hash: (text) => placeOf(text, hash) })
  for (const node of ['A', 'B']) ring.add(node)
  const owners = new Set<unknown>()
  for (let key = 1; key <= KEYS; key++) owners.add(ring.ask(`k${key}`))
  if (owners.size === 0) throw new Error('sentinel-hash-ring-own-ring.ts: nothing was asked')
  const [owner] = owners
  if (owners.size > 1 || typeof owner !== 'string') return
  throw new BrokenPromise(
    `Two rings were made, with A and B and ${VNODES} points each. The first has a hash that is always 0.\n` +
      `The second has a good hash, and yet ${shown(owner)} owns all of ${KEYS} keys.`,
  )
}
