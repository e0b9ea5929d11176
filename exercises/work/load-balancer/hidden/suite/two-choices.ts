import fc from 'fast-check'

import { conversations, idPools, make } from './calls.ts'
import { holds } from './holds.ts'
import { expectEligible } from './only-healthy.ts'
import { Session } from './session.ts'
import type { Create, Member } from './session.ts'
import { counted, quoted } from './story.ts'

const DRAWS = 200

/** Of two different candidates the lighter wins, so nobody heavier than all others is chosen. */
export function neverHeaviest(create: Create): void {
  holds(
    'sentinel-load-balancer-two-choices.ts',
    [idPools, conversations, fc.integer()],
    (pool, calls, seed) => {
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
  holds(
    'sentinel-load-balancer-two-choices.ts',
    [fc.integer({ min: 1, max: 30 }), fc.integer()],
    (picks, seed) => {
      const session = new Session(create, seed)
      session.add('A')
      session.add('B')
      for (let pick = 0; pick < picks; pick++) {
        expectEligible(session.acquire(), session.eligible(), session)
        const [a = 0, b = 0] = [...session.members.values()].map((member) => member.open)
        if (Math.abs(a - b) <= 1) continue
        session.broken(`Nothing was released, and yet A has ${a} in flight and B ${b}.`)
      }
    },
  )
}

/** Any two backends can be the candidates, also the two heaviest. */
export function drawsEveryPair(create: Create): void {
  holds(
    'sentinel-load-balancer-two-choices.ts',
    [fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 3 }), fc.integer()],
    (byLoad, seed) => {
      const session = new Session(create, seed)
      for (const id of byLoad.toSorted()) session.add(id)
      for (const [load, id] of byLoad.entries()) session.holdAlone(id, load)
      const second = byLoad.at(-2) ?? ''
      let seen = false
      session.quietly(`${DRAWS} times acquire and release`, () => {
        for (let draw = 0; draw < DRAWS; draw++) {
          seen =
            expectEligible(session.acquire(), session.eligible(), session)?.id === second || seen
          session.releaseLast()
        }
      })
      if (seen) return
      const pair = `${second} and ${byLoad.at(-1) ?? ''}`
      session.broken(`In ${counted(DRAWS, 'pick')} ${pair} never were the two candidates.`)
    },
    { factor: 0.2 },
  )
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
