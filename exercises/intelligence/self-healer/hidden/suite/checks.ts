import type { Clock } from '@five-pillars/simulator'
import type { Part } from '@five-pillars/suite'

import type { Healer, HealerOptions, World } from '../../src/self-healer.ts'
import { waitsLonger } from './back-off.ts'
import { losesSight } from './blind.ts'
import { actsOnFreshFacts, retriesConflicts } from './fresh.ts'
import { keepsTheHour } from './hour.ts'
import { dependsOnItsOwn } from './independent.ts'
import { startsOnce, stopsWhenTold } from './lives.ts'
import { doesTheNeeded } from './needed.ts'
import { goesOnAfterResume, stopsWhenTooMany, waitsForSomebody } from './pauses.ts'
import { racesForTheRecord } from './race.ts'
import { disruptsFew, removesInTheEnd } from './room.ts'
import { beginsOnce, leavesTheUnknown, yieldsToTheNewer } from './seen.ts'
import { converges, usesWhatItMay } from './soon.ts'
import { keepsTheRecord } from './world.ts'

/** What a submission exports. */
export interface Subject {
  readonly createHealer: (world: World, options: HealerOptions, clock: Clock) => Healer
}

export const parts: readonly Part<Subject>[] = [
  {
    title: 'repair',
    checks: {
      'nothing is done that is not needed': doesTheNeeded,
      'what is in use goes last, and the last one never': removesInTheEnd,
      'from any state it comes to what is wanted': converges,
    },
  },
  {
    title: 'facts',
    checks: {
      'every action goes by fresh facts': actsOnFreshFacts,
      'who cannot be seen is left alone': leavesTheUnknown,
      'who is late holds still': yieldsToTheNewer,
      'what is under way is not begun again': beginsOnce,
      'a conflict is no try': retriesConflicts,
    },
  },
  {
    title: 'limits',
    checks: {
      'few healthy ones are taken down': disruptsFew,
      'each wait is longer': waitsLonger,
      'so many in an hour': keepsTheHour,
      'as many at a time as may be': usesWhatItMay,
    },
  },
  {
    title: 'stop',
    checks: {
      'it stops itself when too much looks broken': stopsWhenTooMany,
      'then it waits for somebody': waitsForSomebody,
      'somebody says resume': goesOnAfterResume,
      'stopped is stopped': stopsWhenTold,
      'a second start is none': startsOnce,
      'a healer depends on its own world and clock alone': dependsOnItsOwn,
    },
  },
  {
    title: 'incidents',
    checks: {
      'two robots and one address': racesForTheRecord,
      'the monitor loses sight of six of ten': losesSight,
    },
  },
  {
    title: 'world',
    checks: { 'the record is never empty, and ends at the newest plan': keepsTheRecord },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-self-healer-checks.ts: a part without checks')
}
