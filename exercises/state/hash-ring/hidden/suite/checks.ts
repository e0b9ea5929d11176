import type { Part } from '@five-pillars/suite'

import { isBalanced } from './balance.ts'
import { answersManyLookups, hashesOnce } from './lookups.ts'
import { ownersAreMembers } from './members.ts'
import { joiningMovesToItself, leavingMovesItsOwn } from './moves.ts'
import { sharesNothing } from './own-ring.ts'
import { givesEnough, repeatsNobody } from './replica-lists.ts'
import { staysInReplicas } from './replica-moves.ts'
import { isRound } from './round.ts'
import { ownerDependsOnMembers, replicasDependOnMembers } from './same-set.ts'
import type { Subject } from './session.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'owner',
    checks: {
      'shares nothing with another ring': sharesNothing,
      'is a member, and null means there is none': ownersAreMembers,
      'depends on the members alone': ownerDependsOnMembers,
      'a node that leaves moves only its own keys': leavingMovesItsOwn,
      'a node that joins moves keys only to itself': joiningMovesToItself,
      'the ring is round': isRound,
    },
  },
  {
    title: 'replicas',
    checks: {
      'begin with the owner and name nobody twice': repeatsNobody,
      'depend on the members alone': replicasDependOnMembers,
      'are as many as asked for, or all': givesEnough,
      'stay when another node leaves': staysInReplicas,
    },
  },
  {
    title: 'load',
    checks: {
      'a lookup asks for one hash': hashesOnce,
      'the busiest of ten nodes has little more than its share': isBalanced,
      'a big ring answers fast': answersManyLookups,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-hash-ring-checks.ts: a part without checks')
}
