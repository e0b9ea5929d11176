import type { ClaimId } from './claims.ts'
import { lookupIn } from './unknown-id.ts'

/** One of the seven things that come back in every distributed system. */
interface ConstraintRecord {
  id: string
  name: string
  sentence: string
  /** What sort of limit it is: only one of the seven is physics, and two are theorems. */
  kind: 'physics' | 'theorem' | 'measurement' | 'observation' | 'psychology' | 'economics'
  claims: readonly [ClaimId, ...ClaimId[]]
}

const all = [
  {
    id: 'failure',
    name: 'Failure',
    sentence: 'Things break, and they break together.',
    kind: 'measurement',
    claims: ['failures-are-correlated'],
  },
  {
    id: 'time',
    name: 'Time',
    sentence: 'A message takes time, so nobody sees the same instant.',
    kind: 'physics',
    claims: ['light-is-the-limit', 'no-perfect-clock'],
  },
  {
    id: 'complexity',
    name: 'Complexity',
    sentence: 'Something is always broken, and the whole runs on.',
    kind: 'observation',
    claims: ['complex-systems-run-degraded'],
  },
  {
    id: 'trade-offs',
    name: 'Trade-offs',
    sentence: 'When the network splits you give something up, operation by operation.',
    kind: 'theorem',
    claims: ['cap-when-split', 'pacelc-otherwise'],
  },
  {
    id: 'knowledge',
    name: 'Knowledge',
    sentence: 'No node can know that everybody knows.',
    kind: 'theorem',
    claims: ['no-common-knowledge', 'flp'],
  },
  {
    id: 'humans',
    name: 'Humans',
    sentence: 'We hold about four things in mind at once.',
    kind: 'psychology',
    claims: ['attention-is-small'],
  },
  {
    id: 'economics',
    name: 'Economics',
    sentence: 'Every copy, check and reserve is paid for.',
    kind: 'economics',
    claims: ['reserve-costs-money'],
  },
] as const satisfies readonly ConstraintRecord[]

export type ConstraintId = (typeof all)[number]['id']

export interface Constraint extends ConstraintRecord {
  id: ConstraintId
}

/** The seven recurring constraints. */
export const constraints: readonly Constraint[] = all

/** The constraint with an id known from the run only; throws `UnknownId`. */
export const constraintById: (id: string) => Constraint = lookupIn('constraint', constraints)
