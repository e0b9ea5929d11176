import { counted, holds, quoted } from '@five-pillars/suite'

import { make } from './calls.ts'
import { plays } from './conversations.ts'
import { Session } from './session.ts'
import type { Create } from './session.ts'

/** In flight is the number of open leases of the present membership, whatever happened before. */
export function keepsBooks(create: Create): void {
  holds(
    [plays],
    ([pool, calls, seed]) => {
      if (pool.length === 0) throw new Error('sentinel-load-balancer-books.ts: nobody to ask about')
      const session = new Session(create, seed)
      for (const call of calls) {
        make(call, session, pool)
        for (const id of pool) expectBooked(id, session)
      }
    },
    { factor: 2 },
  )
}

function expectBooked(id: string, session: Session): void {
  const member = session.members.get(id)
  const got = session.inFlight(id)
  if (got === (member?.open ?? 0)) return
  const truth =
    member === undefined
      ? `${quoted(id)} is not a member`
      : `${quoted(id)} has ${counted(member.open, 'open lease')}`
  session.broken(`inFlight(${quoted(id)}) is ${got}, but ${truth}.`)
}
