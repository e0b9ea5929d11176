import { holds, quoted } from '@five-pillars/suite'

import { make } from './calls.ts'
import { plays } from './conversations.ts'
import { Session } from './session.ts'
import type { Choice, Create, Member } from './session.ts'

/** Only healthy members are chosen, and null means that there is none. */
export function onlyHealthy(create: Create): void {
  holds(
    [plays],
    ([pool, calls, seed]) => {
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
  const ids = eligible.map((member) => quoted(member.id)).join(', ')
  const truth = ids === '' ? 'Nobody is healthy: the answer is null.' : `Healthy: ${ids}.`
  if (choice.kind === 'null') return `acquire gave null. ${truth}`
  if (choice.kind === 'odd') return `acquire gave ${choice.got}. ${truth}`
  if (choice.kind === 'member') {
    if (choice.member.healthy) throw new Error('sentinel-load-balancer-only-healthy.ts: bad books')
    return `acquire chose ${quoted(choice.member.id)}, which is unhealthy. ${truth}`
  }
  return `acquire chose ${quoted(choice.id)}, which is not a member. ${truth}`
}
