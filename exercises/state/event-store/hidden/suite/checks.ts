import type { Part } from '@five-pillars/suite'

import { foldsOnce, goesOn, tellsGaps } from './projecting.ts'
import {
  acceptsPresent,
  answersOnce,
  keepsAccepted,
  readsToday,
  refusesSnapshots,
  restoresAll,
  tellsConflict,
  usesSnapshots,
} from './storing.ts'
import type { Subject } from './subject.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'appending',
    checks: {
      'who has not seen the present version is told of it': tellsConflict,
      'a command that comes again gets its first answer': answersOnce,
      'who has seen the present version is let in': acceptsPresent,
      'what was accepted is read, each in its place': keepsAccepted,
      'what is read has the shape of today': readsToday,
    },
  },
  {
    title: 'restoring',
    checks: {
      'all events come to the same, with snapshots and without': restoresAll,
      'only what came after the newest snapshot is applied': usesSnapshots,
      'a snapshot of a version that is not there is refused': refusesSnapshots,
    },
  },
  {
    title: 'projecting',
    checks: {
      'each event counts once, however often it comes': foldsOnce,
      'a gap is told, and changes nothing': tellsGaps,
      'the next event is taken, whatever went wrong before': goesOn,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-event-store-checks.ts: a part without checks')
}
