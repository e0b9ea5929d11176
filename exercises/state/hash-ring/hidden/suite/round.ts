import { holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { ALL_PLACES, mixed } from './place-hash.ts'
import { Session } from './session.ts'
import type { Subject } from './session.ts'
import { shown } from './shown.ts'

const LAST = ALL_PLACES - 1
const NODES = ['A', 'B', 'C', 'D']

/** After the last place comes the first: the keys there have the same owner. */
export function isRound(subject: Subject): void {
  holds(
    [fc.integer({ min: 2, max: NODES.length }), fc.integer({ min: 1, max: 4 }), fc.nat()],
    (nodes, vnodes, seed) => {
      const session = new Session(subject, { vnodes, hash: (text) => placeOf(text, seed) })
      for (const node of NODES.slice(0, nodes)) session.add(node)
      const [last, first] = [session.owner('last'), session.owner('first')]
      if (last === first || last === null || first === null) return
      session.broken(
        `Two keys are neighbours on the ring: the one at hash ${LAST} belongs to ${shown(last)}, ` +
          `the one at hash 0 to ${shown(first)}.\n  vnodes ${vnodes}, and no point lies at either hash`,
      )
    },
  )
}

/** Points never lie on the two keys themselves, where both sides are right. */
function placeOf(text: string, seed: number): number {
  if (text === 'first') return 0
  if (text === 'last') return LAST
  const place = 1 + (mixed(text, seed) % (LAST - 1))
  if (place >= LAST) throw new Error('sentinel-hash-ring-round.ts: a point on the last place')
  return place
}
