import { counted, holds, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { make } from './calls.ts'
import { plays } from './conversations.ts'
import { expectEligible } from './only-healthy.ts'
import { drawsPairsAlike } from './pair-odds.ts'
import { Session } from './session.ts'
import type { Create, Member } from './session.ts'

const DRAWS = 200
const FOUR = ['A', 'B', 'C', 'D']

if (FOUR.length < 4) throw new Error('sentinel-load-balancer-two-choices.ts: too few for two pairs')

/** Of two different candidates the lighter wins, so nobody heavier than all others is chosen. */
export function neverHeaviest(create: Create): void {
  holds(
    [plays],
    ([pool, calls, seed]) => {
      const session = new Session(create, seed)
      for (const call of calls) {
        const loads = new Map(session.eligible().map((member) => [member, member.open]))
        const choice = make(call, session, pool)
        if (choice === null) continue
        const chosen = expectEligible(choice, [...loads.keys()], session)
        if (chosen !== null) expectLighter(chosen, loads, session)
      }
    },
    { factor: 2 },
  )
}

/** With two backends both are always candidates. */
export function keepsTwoLevel(create: Create): void {
  holds([fc.integer({ min: 1, max: 30 }), fc.integer()], (picks, seed) => {
    const session = new Session(create, seed)
    session.add('A')
    session.add('B')
    for (let pick = 0; pick < picks; pick++) {
      expectEligible(session.acquire(), session.eligible(), session)
      const [a = 0, b = 0] = [...session.members.values()].map((member) => member.open)
      if (Math.abs(a - b) <= 1) continue
      session.broken(`Nothing was released, and yet A has ${a} in flight and B ${b}.`)
    }
  })
}

/** Any two backends can be the candidates, also the two heaviest, and as often as any other two. */
export function drawsEveryPair(create: Create): void {
  holds(
    [fc.integer()],
    (seed) => {
      for (const [index, heaviest] of FOUR.entries()) {
        for (const second of FOUR.slice(0, index)) {
          expectPair([second, heaviest], 1, new Session(create, seed))
          expectPair([second, heaviest], 2, new Session(create, seed))
        }
      }
    },
    { factor: 0.03 },
  )
  drawsPairsAlike(create)
}

/** While everybody else is idle, these two are chosen only where both are the candidates. */
function expectPair([a, b]: [string, string], loadOfB: number, session: Session): void {
  for (const id of FOUR) session.add(id)
  session.holdAlone(a, 1)
  session.holdAlone(b, loadOfB)
  let seen = false
  session.quietly(`${DRAWS} times acquire and release`, () => {
    for (let draw = 0; draw < DRAWS && !seen; draw++) {
      const chosen = expectEligible(session.acquire(), session.eligible(), session)
      seen = chosen?.id === a || chosen?.id === b
      session.releaseLast()
    }
  })
  if (!seen) session.broken(`In ${counted(DRAWS, 'pick')} ${a} and ${b} were never the candidates.`)
}

function expectLighter(chosen: Member, loads: Map<Member, number>, session: Session): void {
  const own = loads.get(chosen) ?? 0
  const others = [...loads].filter(([member]) => member !== chosen)
  if (others.length === 0 || others.some(([, load]) => load >= own)) return
  const rest = others.map(([member, load]) => `${quoted(member.id)} ${load}`).join(', ')
  session.broken(
    `${quoted(chosen.id)} was chosen with ${own} in flight, more than any other: ${rest}.`,
  )
}
