import { holds } from '@five-pillars/suite'

import { freshRing, histories, keys, makeStep } from './histories.ts'
import type { Subject } from './session.ts'

/** After every call each key has an owner that is a member; null means that there is none. */
export function ownersAreMembers(subject: Subject): void {
  if (keys.length === 0) throw new Error('sentinel-hash-ring-members.ts: nothing to ask')
  holds([histories], (history) => {
    const session = freshRing(subject, history)
    for (const key of keys) session.owner(key)
    for (const step of history.steps) {
      makeStep(step, session, history.pool)
      for (const key of keys) session.owner(key)
    }
  })
}
