import type { Part } from '@five-pillars/suite'

import { leavesNothingBehind } from './lean.ts'
import { counterMergesAnyhow, setsMergeAnyhow } from './merging.ts'
import {
  appliesTheSame,
  cartKeepsNothingRemoved,
  cartLosesNothing,
  counterSeesAll,
  leanSeesAll,
  setKeepsNothingRemoved,
  setLosesNothing,
} from './seeing.ts'
import type { Subject } from './subject.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'counter',
    checks: {
      'every node counts what it knows of, once': counterSeesAll,
      'states come together in any order and grouping': counterMergesAnyhow,
    },
  },
  {
    title: 'set',
    checks: {
      'an add that no remove has seen stays': setLosesNothing,
      'what was removed is gone until it is added again': setKeepsNothingRemoved,
      'sets and carts come together in any order and grouping': setsMergeAnyhow,
    },
  },
  {
    title: 'cart',
    checks: {
      'no piece is lost that no remove has seen': cartLosesNothing,
      'a piece counts once, and goes with its remove': cartKeepsNothingRemoved,
      'from the same state the same comes': appliesTheSame,
    },
  },
  {
    title: 'lean',
    isThere: ({ leanSet }) => leanSet !== undefined,
    checks: {
      'every node sees what it knows of': leanSeesAll,
      'what was removed leaves nothing behind': leavesNothingBehind,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-crdt-cart-checks.ts: a part without checks')
}
