import type { Part } from '@five-pillars/suite'

import { majoritiesMeet, majorityIsSmallest, noMeansApart, yesMeansMeeting } from './arithmetic.ts'
import { decidesOnMembers, staysDecided, tellsImpossible, tellsReached } from './collector.ts'
import { countingStartsFromNothing, readingStartsFromNothing } from './fresh-start.ts'
import { countsMembersOnce, seesQuorum } from './has-quorum.ts'
import { choosesNewest, findsStale, needsReplicas, takesEnough } from './newest.ts'
import type { Subject } from './subject.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'arithmetic',
    checks: {
      'any two majorities share a member': majoritiesMeet,
      'no smaller number would do': majorityIsSmallest,
      'where overlaps says yes, reads and writes meet': yesMeansMeeting,
      'where overlaps says no, they can miss each other': noMeansApart,
    },
  },
  {
    title: 'counting',
    checks: {
      'every call and every collector starts from nothing': countingStartsFromNothing,
      'hasQuorum counts members that said yes, each once': countsMembersOnce,
      'hasQuorum sees a quorum that is there': seesQuorum,
      'a collector decides on the first words of members': decidesOnMembers,
      'what a collector has decided stays': staysDecided,
      'reached comes with the vote that makes it so': tellsReached,
      'impossible comes with the vote that makes it so': tellsImpossible,
    },
  },
  {
    title: 'reading',
    checks: {
      'every read starts from nothing': readingStartsFromNothing,
      'fewer than r replicas give null': needsReplicas,
      'the newest value wins in any order': choosesNewest,
      'r replicas are enough': takesEnough,
      'the stale are all that are behind and nobody else': findsStale,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-quorum-checks.ts: a part without checks')
}
