import type { Clock, Rng } from '@five-pillars/simulator'
import type { Part } from '@five-pillars/suite'

import type { Abort, Caller, RetryPolicy } from '../../src/retry-budget.ts'
import { retriesArePaid, whoPaysGoesOn } from './budget.ts'
import { dependsOnItsOwn } from './independent.ts'
import {
  endsAsTheLast,
  endsAtOnce,
  goesOn,
  keepsDeadline,
  leavesNoTimer,
  oneAfterTheOther,
  repeatsWhatItMay,
  timesOut,
} from './trying.ts'
import { leavesAlone, waitsEvenly, waitsNoLonger } from './waiting.ts'
import { survivesCrowd, survivesOutage } from './world.ts'

/** What a submission exports. */
export interface Subject {
  createCaller: (policy: RetryPolicy, clock: Clock, rng: Rng, createAbort: () => Abort) => Caller
}

export const parts: readonly Part<Subject>[] = [
  {
    title: 'trying',
    checks: {
      'depends on its own calls, clock and rng alone': dependsOnItsOwn,
      'only what may be repeated is repeated': repeatsWhatItMay,
      'attempts are counted, one after the other': oneAfterTheOther,
      'who has timed out is aborted, and heard no more': timesOut,
      'no attempt at the deadline, and each knows its own': keepsDeadline,
      'a call ends as its last attempt ended': endsAsTheLast,
      'a failure is followed by an attempt': goesOn,
      'who cannot go on ends at once': endsAtOnce,
      'a call leaves no timer behind': leavesNoTimer,
    },
  },
  {
    title: 'waiting',
    checks: {
      'waits are spread evenly': waitsEvenly,
      'the longest wait doubles up to its cap': waitsNoLonger,
      'who asks to be left alone is': leavesAlone,
    },
  },
  {
    title: 'budget',
    checks: {
      'every retry is paid for': retriesArePaid,
      'who can pay goes on': whoPaysGoesOn,
    },
  },
  {
    title: 'world',
    checks: {
      'an outage ends with its cause': survivesOutage,
      'a crowd leaves no outage behind': survivesCrowd,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-retry-budget-checks.ts: a part without checks')
}
