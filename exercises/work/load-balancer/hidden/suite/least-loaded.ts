import { holds, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { make } from './calls.ts'
import { plays } from './conversations.ts'
import { expectEligible } from './only-healthy.ts'
import { Session } from './session.ts'
import type { Create, Member } from './session.ts'

const MANY = ['A', 'B', 'C', 'D', 'E', 'F']

/** As text, 10 comes before 2. */
const LOADS = [
  { least: 0, rest: 1 },
  { least: 2, rest: 10 },
]

if (LOADS.some(({ least, rest }) => least >= rest)) {
  throw new Error('sentinel-load-balancer-least-loaded.ts: nobody is the lightest')
}

/** The chosen backend has the fewest requests in flight of all healthy ones. */
export function choosesLeastLoaded(create: Create): void {
  inConversations(create)
  oneLightestOfMany(create)
}

function inConversations(create: Create): void {
  holds(
    [plays],
    ([pool, calls, seed]) => {
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

/** A sample of the backends, however large, misses the lightest now and then. */
function oneLightestOfMany(create: Create): void {
  holds(
    [fc.constantFrom(...MANY), fc.constantFrom(...LOADS), fc.integer()],
    (lightest, { least, rest }, seed) => {
      const session = new Session(create, seed)
      for (const id of MANY) session.add(id)
      for (const id of MANY) session.holdAlone(id, id === lightest ? least : rest)
      for (let pick = 0; pick < 5; pick++) {
        const loads = new Map(session.eligible().map((member) => [member, member.open]))
        const chosen = expectEligible(session.acquire(), [...loads.keys()], session)
        if (chosen !== null) expectLeast(chosen, loads, session)
        session.releaseLast()
      }
    },
    { factor: 0.3 },
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
