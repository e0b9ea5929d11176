import type { Part } from '@five-pillars/suite'

import { countsNoExcuses, opensWhenDue, windowSlides } from './closed.ts'
import { closesAfterSuccesses, givesUpWaiting, opensAgain, triesAFew } from './half-open.ts'
import { sharesNothing } from './independent.ts'
import { listenersComeAndGo } from './listeners.ts'
import { halfOpensInTime, refusesWhileOpen } from './open.ts'
import { countsItsOwn } from './stale.ts'
import type { Subject } from './subject.ts'
import { givesWhatFnBrings } from './through.ts'
import { tellsOnce } from './told.ts'
import { fallsAndComesBack } from './world.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'closed',
    checks: {
      'two breakers share nothing': sharesNothing,
      'a caller gets what fn brings': givesWhatFnBrings,
      'opens with the call that is one too many': opensWhenDue,
      'what is excused does not count': countsNoExcuses,
      'what has left the window does not count': windowSlides,
    },
  },
  {
    title: 'open',
    checks: {
      'nobody is called while it is open': refusesWhileOpen,
      'half-open after openMs, whoever asks meanwhile': halfOpensInTime,
    },
  },
  {
    title: 'half-open',
    checks: {
      'a few at a time, and no fewer than may be': triesAFew,
      'one failure opens it again, for as long as ever': opensAgain,
      'enough successes close it, with an empty window': closesAfterSuccesses,
      'whoever hangs has failed after openMs': givesUpWaiting,
      'calls of an earlier state do not count': countsItsOwn,
    },
  },
  {
    title: 'telling',
    checks: {
      'each change is told once, when it happens': tellsOnce,
      'every listener hears what happens while it listens': listenersComeAndGo,
    },
  },
  {
    title: 'world',
    checks: { 'fifty clients spare the dead, and come back in time': fallsAndComesBack },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-circuit-breaker-checks.ts: a part without checks')
}
