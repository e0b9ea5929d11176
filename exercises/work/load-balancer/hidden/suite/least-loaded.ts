import fc from 'fast-check'

import { make } from './calls.ts'
import { conversations, idPools } from './conversations.ts'
import { holds } from './holds.ts'
import { expectEligible } from './only-healthy.ts'
import { Session } from './session.ts'
import type { Create, Member } from './session.ts'
import { quoted } from './story.ts'

/** The chosen backend has the fewest requests in flight of all healthy ones. */
export function choosesLeastLoaded(create: Create): void {
  holds(
    'sentinel-load-balancer-least-loaded.ts',
    [idPools, conversations, fc.integer()],
    (pool, calls, seed) => {
      const session = new Session(create, seed)
      for (const call of calls) {
        const loads = new Map(session.eligible().map((member) => [member, member.open]))
        const choice = make(call, session, pool)
        if (choice === null) continue
        const chosen = expectEligible(choice, [...loads.keys()], session)
        if (chosen !== null) expectLeast(chosen, loads, session)
      }
    },
    { factor: 2 },
  )
}

function expectLeast(chosen: Member, loads: Map<Member, number>, session: Session): void {
  const own = loads.get(chosen) ?? 0
  for (const [member, load] of loads) {
    if (load >= own) continue
    session.broken(
      `${quoted(chosen.id)} was chosen with ${own} in flight, while ${quoted(member.id)} had ${load}.`,
    )
  }
}
