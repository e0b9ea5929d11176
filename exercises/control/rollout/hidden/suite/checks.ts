import type { Clock } from '@five-pillars/simulator'
import type { Part } from '@five-pillars/suite'

import type { Fleet, Rollout, RolloutOptions } from '../../src/rollout.ts'
import { aboutFlags, aboutNoReturn, namesNoFlag } from './flags.ts'
import { cloudflare, knight, knightReturns } from './incidents.ts'
import { dependsOnItsOwn } from './independent.ts'
import { startsAnew, startsOnce } from './lives.ts'
import { goesOnAfterRestart } from './restarts.ts'
import { staysWithinMax, usesWhatItMay } from './room.ts'
import { seesTheSick } from './sick.ts'
import { judgesSoon } from './soon.ts'
import { stateTellsTheTruth } from './states.ts'
import { leavesNoTimer } from './timers.ts'
import { triesThrice } from './tries.ts'
import { comparesBeside, waitsForEvidence } from './verdicts.ts'
import { donesEverybody } from './verified.ts'
import { growsByWaves, sharesZones } from './waves.ts'
import { abortsAnytime, theSickGoFirst, takesBack } from './ways-back.ts'
import { shipsInTheWorld } from './world.ts'

/** What a submission exports. */
export interface Subject {
  readonly createRollout: (fleet: Fleet, options: RolloutOptions, clock: Clock) => Rollout
}

export const parts: readonly Part<Subject>[] = [
  {
    title: 'waves',
    checks: {
      'one wave after the other, each judged before the next': growsByWaves,
      'the zones share a wave': sharesZones,
      'never more hosts down than allowed': staysWithinMax,
      'as many at a time as allowed': usesWhatItMay,
      'a host gets three tries': triesThrice,
      'done only when every host says so': donesEverybody,
    },
  },
  {
    title: 'verdict',
    checks: {
      'no verdict before its time, and none without traffic': waitsForEvidence,
      'the old version beside it is what counts': comparesBeside,
      'a host that is down is a verdict': seesTheSick,
      'a verdict as soon as there is evidence': judgesSoon,
    },
  },
  {
    title: 'way back',
    checks: {
      'the flag is on last and off first': aboutFlags,
      'no flag, no call': namesNoFlag,
      'it does not go where it may not': aboutNoReturn,
      'what is bad is taken back from everybody': takesBack,
      'an abort takes back what is under way, too': abortsAnytime,
      'who is down does not hold up the way back': theSickGoFirst,
    },
  },
  {
    title: 'life',
    checks: {
      'a rollout depends on its own fleet and clock alone': dependsOnItsOwn,
      'state tells the truth': stateTellsTheTruth,
      'a start while one is under way is nothing': startsOnce,
      'the next start begins with the first wave': startsAnew,
      'a new controller goes on where the old one was': goesOnAfterRestart,
      'at the end no timer is left': leavesNoTimer,
    },
  },
  {
    title: 'incidents',
    checks: {
      'Knight: the eighth server': knight,
      'Knight: the way back': knightReturns,
      'Cloudflare: a file twice the size': cloudflare,
    },
  },
  {
    title: 'world',
    checks: { 'good ones are shipped, and bad ones hurt few': shipsInTheWorld },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-rollout-checks.ts: a part without checks')
}
