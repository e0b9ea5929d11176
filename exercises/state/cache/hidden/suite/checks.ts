import type { Part } from '@five-pillars/suite'

import { dropsHeld, overtakesLoads } from './invalidating.ts'
import { growsOld, keepsAnyValue, keepsApart, keepsValues } from './keeping.ts'
import { bearsHerds, forgetsFailures, goesOn, loadsOnce, tellsWaiters } from './loading.ts'
import { evictsUnused, keepsToRoom } from './room.ts'
import { servesStale } from './stale.ts'
import type { Subject } from './subject.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'keeping',
    checks: {
      'what is held is given, and nothing is loaded': keepsValues,
      'whatever a load brings is a value': keepsAnyValue,
      'every key has its own value, in every cache': keepsApart,
      'what is too old is not given, to the millisecond': growsOld,
    },
  },
  {
    title: 'loading',
    checks: {
      'while a load is under way, nobody begins another': loadsOnce,
      'a thousand at once are one load': bearsHerds,
      'whoever waits for a load gets what it brings': tellsWaiters,
      'a failure is told, and forgotten': forgetsFailures,
      'what hangs holds up nobody else': goesOn,
    },
  },
  {
    title: 'invalidating',
    checks: {
      'what was held is gone': dropsHeld,
      'what is on its way comes too late': overtakesLoads,
    },
  },
  {
    title: 'room',
    checks: {
      'there are never more values than there is room': keepsToRoom,
      'the value goes that was not used for longest': evictsUnused,
    },
  },
  {
    title: 'stale',
    checks: { 'an old value is given while a new one is loaded': servesStale },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-cache-checks.ts: a part without checks')
}
