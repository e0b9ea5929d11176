import { counted, grouped, holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { expectEligible } from './only-healthy.ts'
import { Session } from './session.ts'
import type { Create } from './session.ts'

const PICKS_EACH = 200
const LEAST_EACH = 100
const NAMES = ['A', 'B', 'C', 'D', 'E']

if (LEAST_EACH >= PICKS_EACH) throw new Error('sentinel-load-balancer-tie-spread.ts: too strict')

/** Backends that are equally good share the work. */
export function spreadsTies(create: Create): void {
  holds(
    [fc.nat({ max: 5 }), fc.nat({ max: 2 }), fc.integer()],
    (sick, open, seed) => {
      for (const tied of [2, 3, 4, 5]) {
        const session = new Session(create, seed)
        const ids = NAMES.slice(0, tied)
        addMembers(session, ids, sick)
        for (const id of ids) session.holdAlone(id, open)
        expectSpread(session, ids)
      }
    },
    { factor: 0.03 },
  )
}

/** Adds the tied members, with an unhealthy one among them before the nth; with 0 there is none. */
function addMembers(session: Session, ids: readonly string[], sick: number): void {
  for (const [place, id] of ids.entries()) {
    if (place === sick - 1) {
      session.add('Sick')
      session.setHealthy('Sick', false)
    }
    session.add(id)
  }
}

function expectSpread(session: Session, ids: readonly string[]): void {
  const picks = PICKS_EACH * ids.length
  const times = new Map(ids.map((id) => [id, 0]))
  session.quietly(`${grouped(picks)} times acquire and release`, () => {
    for (let pick = 0; pick < picks; pick++) {
      const chosen = expectEligible(session.acquire(), session.eligible(), session)
      if (chosen !== null) times.set(chosen.id, (times.get(chosen.id) ?? 0) + 1)
      session.releaseLast()
    }
  })
  const least = Math.min(...times.values())
  if (least >= LEAST_EACH) return
  const shares = [...times].map(([id, n]) => `${id} ${n}`).join(', ')
  session.broken(
    `Of ${counted(picks, 'pick')} among equals each gets at least ${LEAST_EACH}, but: ${shares}.`,
  )
}
