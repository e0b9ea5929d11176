import type { Part } from '@five-pillars/suite'

import type { LoadBalancer, Rng } from '../../src/load-balancer.ts'
import { keepsBooks } from './books.ts'
import { servesNewcomers, startsWithFirst, takesTurns } from './fair-turns.ts'
import { independent } from './independent.ts'
import { choosesLeastLoaded } from './least-loaded.ts'
import { onlyHealthy } from './only-healthy.ts'
import type { Create } from './session.ts'
import { survivesSlowBackend } from './slow-backend.ts'
import { spreadsTies } from './tie-spread.ts'
import { drawsEveryPair, keepsTwoLevel, neverHeaviest } from './two-choices.ts'

/** What a submission exports; the stretch may be absent. */
export interface Subject {
  createRoundRobin: () => LoadBalancer
  createLeastConnections: (rng: Rng) => LoadBalancer
  createTwoChoices?: (rng: Rng) => LoadBalancer
}

const everyBalancer = {
  'depends on its own calls and its rng alone': independent,
  'chooses only healthy members, and null means there is none': onlyHealthy,
  'in flight is the number of open leases': keepsBooks,
  'equals share the work': spreadsTies,
}

export const parts: readonly Part<Subject>[] = [
  {
    title: 'round robin',
    checks: checksOf((subject) => () => subject.createRoundRobin(), {
      ...everyBalancer,
      'starts with the first that was added': startsWithFirst,
      'no second turn before the others had theirs': takesTurns,
      'a newcomer is served within k picks': servesNewcomers,
    }),
  },
  {
    title: 'least connections',
    checks: checksOf(({ createLeastConnections }) => createLeastConnections, {
      ...everyBalancer,
      'the chosen backend has the fewest in flight': choosesLeastLoaded,
      'one slow backend of ten leaves the p99 below 400 ms': survivesSlowBackend,
    }),
  },
  {
    title: 'two choices',
    isThere: ({ createTwoChoices }) => createTwoChoices !== undefined,
    checks: checksOf(({ createTwoChoices }) => createTwoChoices, {
      ...everyBalancer,
      'two backends stay level': keepsTwoLevel,
      'the heaviest is never chosen': neverHeaviest,
      'any two backends can be the candidates': drawsEveryPair,
      'one slow backend of ten leaves the p99 below 400 ms': survivesSlowBackend,
    }),
  },
]

/** Checks of one balancer as checks of the submission that makes it. */
function checksOf(
  factoryOf: (subject: Subject) => Create | undefined,
  checks: Readonly<Record<string, (create: Create) => void>>,
): Part<Subject>['checks'] {
  const ofSubject = (check: (create: Create) => void) => (subject: Subject) => {
    const create = factoryOf(subject)
    if (create === undefined) throw new Error('sentinel-load-balancer-checks.ts: it is not there')
    check(create)
  }
  return Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, ofSubject(check)]))
}
