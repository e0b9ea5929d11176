import type { Part } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { knowsTheDay } from './days.ts'
import { sharesNoAlerts, sharesNoSamples } from './independent.ts'
import { acceptsLevel } from './levels.ts'
import { tellsEveryListener } from './listeners.ts'
import { leavesOutMissing } from './missing.ts'
import { sleepsWell } from './night.ts'
import { findsMost, staysCalm } from './noise.ts'
import { keepsCap, pagesAgain, pagesInTime, pagesOnce, pagesWhatLasts, sumsUp } from './paging.ts'
import { givesNumbers, scoresByMedian, waitsForSamples } from './scoring.ts'
import { knowsNoUnit } from './unit.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'scoring',
    checks: {
      'depends on its own samples alone': sharesNoSamples,
      'always a number from 0 up, also where nothing varies': givesNumbers,
      'with too few samples it says nothing': waitsForSamples,
      'what is missing is no sample': leavesOutMissing,
      'the score is the distance from the median, in median deviations': scoresByMedian,
      'unit and zero point do not matter': knowsNoUnit,
      'a new level is an anomaly, and a window later it is none': acceptsLevel,
      'with a tenth wrong already, most of what is wrong is found': findsMost,
      'noise is rarely an anomaly': staysCalm,
    },
  },
  {
    title: 'seasons',
    checks: { 'the daily peak is no anomaly, and its absence is one': knowsTheDay },
  },
  {
    title: 'alerting',
    checks: {
      'depends on its own alerts and clock alone': sharesNoAlerts,
      'what does not last is not paged': pagesWhatLasts,
      'one page while a group is open': pagesOnce,
      'what lasts is paged, however often it is told': pagesInTime,
      'a group that was closed is paged again': pagesAgain,
      'never more pages in an hour than allowed': keepsCap,
      'whoever had to wait is named as soon as there is room': sumsUp,
      'every listener hears when, and of whom': tellsEveryListener,
    },
  },
  {
    title: 'night',
    checks: { 'who breaks is paged once, and nobody else': sleepsWell },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-anomaly-detector-checks.ts: a part without checks')
}
