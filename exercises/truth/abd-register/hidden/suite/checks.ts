import type { Part } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { countsOnce, knowsLateReplies, waitsForMajority } from './client-majority.ts'
import { readsNewest, writesBack } from './client-reads.ts'
import { asksAgain } from './client-resends.ts'
import { asksMajorityFirst, keepsTimestamp } from './client-writes.ts'
import {
  endsAfterFaults,
  looksLikeOne,
  survivesMinority,
  takesTwoRoundTrips,
} from './register-checks.ts'
import {
  answersAll,
  beginsEmpty,
  keepsLargestClient,
  keepsLargestCounter,
  survivesCrash,
} from './replica-checks.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'replica',
    checks: {
      'begins with nothing': beginsEmpty,
      'answers every request under its id': answersAll,
      'keeps the larger counter': keepsLargestCounter,
      'of equal counters it keeps the larger client': keepsLargestClient,
      'still holds after a crash what it has said': survivesCrash,
    },
  },
  {
    title: 'client',
    checks: {
      'a write is newer than all that a majority held': asksMajorityFirst,
      'a write that is sent again keeps its timestamp': keepsTimestamp,
      'a read gives the newest value of its majority': readsNewest,
      'no majority, no answer': waitsForMajority,
      'a replica counts once': countsOnce,
      'a late reply does not count': knowsLateReplies,
      'whoever is silent is asked again': asksAgain,
    },
  },
  {
    title: 'register',
    checks: {
      'looks like one register in one place': looksLikeOne,
      'a read leaves its value with a majority': writesBack,
      'a minority that is down stops nobody': survivesMinority,
      'every call ends once the faults are over': endsAfterFaults,
      'no call takes more than two round trips': takesTwoRoundTrips,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-abd-register-checks.ts: a part without checks')
}
