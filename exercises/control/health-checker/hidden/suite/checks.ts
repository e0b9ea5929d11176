import type { Clock } from '@five-pillars/simulator'
import type { Part } from '@five-pillars/suite'

import type { HealthChecker, HealthCheckerOptions, PhiDetector } from '../../src/health-checker.ts'
import type { PhiOptions } from '../../src/health-checker.ts'
import { hungIsDown } from './hung.ts'
import { dependsOnItsOwn } from './independent.ts'
import { listenersComeAndGo } from './listeners.ts'
import { listenersMayCall, removedIsGone, stoppedIsSilent, twiceIsOnce } from './lives.ts'
import { oneAtATime } from './one-probe.ts'
import { phiAdapts, phiCountsFromMean, phiKeepsApart, phiNeedsSamples } from './phi.ts'
import { keepsTime, probesSoon } from './rhythm.ts'
import { spreadsProbes } from './spread.ts'
import { leavesNoTimer } from './timers.ts'
import { tellsOnce } from './told.ts'
import { countsErrors, countsRows, timesOut, unknownUntilProven } from './verdict.ts'
import { seesWhoHangs } from './world.ts'

/** What a submission exports; the stretch may be absent. */
export interface Subject {
  createHealthChecker: (
    options: HealthCheckerOptions,
    clock: Clock,
    probe: (id: string) => Promise<boolean>,
  ) => HealthChecker
  createPhiDetector?: (options: PhiOptions) => PhiDetector
}

export const parts: readonly Part<Subject>[] = [
  {
    title: 'verdict',
    checks: {
      'depends on its own calls, clock and probe alone': dependsOnItsOwn,
      'unknown until it is proven': unknownUntilProven,
      'only what is in a row counts': countsRows,
      'a rejection and a throw are failures': countsErrors,
      'no answer in time is a failure, and a late one is nothing': timesOut,
      'each change is told once, at its time': tellsOnce,
    },
  },
  {
    title: 'rhythm',
    checks: {
      'the first probe comes within one interval': probesSoon,
      'sixty probes a minute, whatever they bring': keepsTime,
      'one probe of a target at a time': oneAtATime,
      'a target that hangs is down in time and holds up nobody': hungIsDown,
      'a hundred targets are not probed all at once': spreadsProbes,
    },
  },
  {
    title: 'coming and going',
    checks: {
      'whoever is removed is unknown and silent, and comes back new': removedIsGone,
      'whoever is stopped is silent and keeps its status': stoppedIsSilent,
      'add and start twice are add and start': twiceIsOnce,
      'every listener hears what happens while it listens': listenersComeAndGo,
      'a listener may stop the checker and remove a target': listenersMayCall,
      'stopped between two probes, no timer is left': leavesNoTimer,
    },
  },
  {
    title: 'world',
    checks: { 'who hangs is seen in time, and nobody else is blamed': seesWhoHangs },
  },
  {
    title: 'phi',
    isThere: ({ createPhiDetector }) => createPhiDetector !== undefined,
    checks: {
      'phi tells how unlikely the silence is': phiCountsFromMean,
      'the rhythm of late counts, and no other': phiAdapts,
      'a few heartbeats prove nothing': phiNeedsSamples,
      'targets have nothing to do with each other': phiKeepsApart,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-health-checker-checks.ts: a part without checks')
}
