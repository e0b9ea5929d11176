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

export interface Part {
  title: string
  /** Undefined where the submission left the stretch out. */
  create: (subject: Subject) => Create | undefined
  /** Test title → what must hold, in the order in which a learner meets them. */
  checks: Record<string, (create: Create) => void>
}

const everyBalancer = {
  'depends on its own calls and its rng alone': independent,
  'chooses only healthy members, and null means there is none': onlyHealthy,
  'in flight is the number of open leases': keepsBooks,
  'equals share the work': spreadsTies,
}

export const parts: readonly Part[] = [
  {
    title: 'round robin',
    create: (subject) => () => subject.createRoundRobin(),
    checks: {
      ...everyBalancer,
      'starts with the first that was added': startsWithFirst,
      'no second turn before the others had theirs': takesTurns,
      'a newcomer is served within k picks': servesNewcomers,
    },
  },
  {
    title: 'least connections',
    create: (subject) => (rng) => subject.createLeastConnections(rng),
    checks: {
      ...everyBalancer,
      'the chosen backend has the fewest in flight': choosesLeastLoaded,
      'one slow backend of ten leaves the p99 below 400 ms': survivesSlowBackend,
    },
  },
  {
    title: 'two choices',
    create: ({ createTwoChoices }) => createTwoChoices,
    checks: {
      ...everyBalancer,
      'two backends stay level': keepsTwoLevel,
      'the heaviest is never chosen': neverHeaviest,
      'any two backends can be the candidates': drawsEveryPair,
      'one slow backend of ten leaves the p99 below 400 ms': survivesSlowBackend,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-load-balancer-checks.ts: a part without checks')
}
