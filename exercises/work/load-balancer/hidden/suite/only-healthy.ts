import fc from 'fast-check'

import { conversations, idPools, make } from './calls.ts'
import { holds } from './holds.ts'
import { Session } from './session.ts'
import type { Choice, Create, Member } from './session.ts'
import { counted, quoted } from './story.ts'

/** Only healthy members are chosen, and null means that there is none. */
export function onlyHealthy(create: Create): void {
  holds(
    'sentinel-load-balancer-only-healthy.ts',
    [idPools, conversations, fc.integer()],
    (pool, calls, seed) => {
      const session = new Session(create, seed)
      for (const call of calls) {
        const eligible = session.eligible()
        const choice = make(call, session, pool)
        if (choice !== null) expectEligible(choice, eligible, session)
      }
    },
    { factor: 2 },
  )
}

/** Returns the chosen member; null where there was nothing to choose. */
export function expectEligible(
  choice: Choice,
  eligible: readonly Member[],
  session: Session,
): Member | null {
  if (choice.kind === 'member' && eligible.includes(choice.member)) return choice.member
  if (choice.kind === 'null' && eligible.length === 0) return null
  return session.broken(wrongChoice(choice, eligible))
}

function wrongChoice(choice: Choice, eligible: readonly Member[]): string {
  const [first] = eligible
  const instead =
    first === undefined ? 'no member is healthy, so it is null' : healthyText(eligible)
  if (choice.kind === 'null') return `acquire gave null, but ${instead}.`
  if (choice.kind === 'odd') return `acquire gave ${choice.got}, which is no member: ${instead}.`
  return `acquire chose ${quoted(choice.member.id)}, which is unhealthy: ${instead}.`
}

function healthyText(eligible: readonly Member[]): string {
  const ids = eligible.map((member) => quoted(member.id)).join(', ')
  return `${ids} ${eligible.length === 1 ? 'is' : 'are'} healthy (${counted(eligible.length, 'member')})`
}
