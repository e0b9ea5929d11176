import type { Part } from '@five-pillars/suite'

import { staysBounded } from './day.ts'
import {
  bumpCountsOne,
  mergeForgetsNothing,
  mergeInventsNothing,
  startsFromNothing,
} from './merging.ts'
import { ordersAllThatIs, ordersNothingElse, takesMissingForZero } from './ordering.ts'
import { addsWrite, dropsRead, keepsUnread } from './putting.ts'
import type { Subject } from './subject.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'order',
    checks: {
      'one is called older only where the other knows all of it': ordersNothingElse,
      'what one knows of the other is told': ordersAllThatIs,
      'a node that is not named counts as zero': takesMissingForZero,
    },
  },
  {
    title: 'merging',
    checks: {
      'a merge knows all that either knew': mergeForgetsNothing,
      'a merge knows no more than that': mergeInventsNothing,
      'bump counts one more of one node': bumpCountsOne,
      'every call starts from nothing': startsFromNothing,
    },
  },
  {
    title: 'storing',
    checks: {
      'put keeps what its writer has not read': keepsUnread,
      'the new value has the version of its context and one more': addsWrite,
      'put drops what its writer has read': dropsRead,
      'as many writers leave at most as many siblings': staysBounded,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-version-vectors-checks.ts: a part without checks')
}
