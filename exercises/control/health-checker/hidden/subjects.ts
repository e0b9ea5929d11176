import * as hashedClass from './alternatives/hashed-class.ts'
import * as oneAlarm from './alternatives/one-alarm.ts'
import * as sleepingLoops from './alternatives/sleeping-loops.ts'
import * as afterStop from './mutants/after-stop.ts'
import * as backsOff from './mutants/backs-off.ts'
import * as beginOfProbe from './mutants/begin-of-probe.ts'
import * as busySkips from './mutants/busy-skips.ts'
import * as cumulative from './mutants/cumulative.ts'
import * as doubleStart from './mutants/double-start.ts'
import * as drift from './mutants/drift.ts'
import * as emitAlways from './mutants/emit-always.ts'
import * as firstAtOnce from './mutants/first-at-once.ts'
import * as firstDecides from './mutants/first-decides.ts'
import * as flap1 from './mutants/flap1.ts'
import * as ghostTarget from './mutants/ghost-target.ts'
import * as herd from './mutants/herd.ts'
import * as hurries from './mutants/hurries.ts'
import * as lateCounts from './mutants/late-counts.ts'
import * as lateFailure from './mutants/late-failure.ts'
import * as lateHerd from './mutants/late-herd.ts'
import * as leakTimers from './mutants/leak-timers.ts'
import * as neverRejoins from './mutants/never-rejoins.ts'
import * as neverSeenUp from './mutants/never-seen-up.ts'
import * as oldLife from './mutants/old-life.ts'
import * as overlap from './mutants/overlap.ts'
import * as phiBelow from './mutants/phi-below.ts'
import * as phiFirstGaps from './mutants/phi-first-gaps.ts'
import * as phiHasty from './mutants/phi-hasty.ts'
import * as phiNoFloor from './mutants/phi-no-floor.ts'
import * as phiNoPause from './mutants/phi-no-pause.ts'
import * as phiOneRhythm from './mutants/phi-one-rhythm.ts'
import * as phiVariance from './mutants/phi-variance.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as readdKeeps from './mutants/readd-keeps.ts'
import * as rejectIgnored from './mutants/reject-ignored.ts'
import * as removalIsNews from './mutants/removal-is-news.ts'
import * as riseIgnored from './mutants/rise-ignored.ts'
import * as secondRoundHerds from './mutants/second-round-herds.ts'
import * as serial from './mutants/serial.ts'
import * as sharedDice from './mutants/shared-dice.ts'
import * as sharedFlag from './mutants/shared-flag.ts'
import * as sharedTargets from './mutants/shared-targets.ts'
import * as skipsNext from './mutants/skips-next.ts'
import * as startOnce from './mutants/start-once.ts'
import * as startUp from './mutants/start-up.ts'
import * as tellsFirst from './mutants/tells-first.ts'
import * as throwKills from './mutants/throw-kills.ts'
import * as timeoutIgnored from './mutants/timeout-ignored.ts'
import * as solution from './solution/health-checker.ts'
import type { Subject } from './suite/checks.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'hashed-class.ts': hashedClass,
  'one-alarm.ts': oneAlarm,
  'sleeping-loops.ts': sleepingLoops,
}

const mutants: Record<string, Subject> = {
  'flap1.ts': flap1,
  'cumulative.ts': cumulative,
  'rise-ignored.ts': riseIgnored,
  'timeout-ignored.ts': timeoutIgnored,
  'late-counts.ts': lateCounts,
  'reject-ignored.ts': rejectIgnored,
  'overlap.ts': overlap,
  'serial.ts': serial,
  'drift.ts': drift,
  'leak-timers.ts': leakTimers,
  'after-stop.ts': afterStop,
  'ghost-target.ts': ghostTarget,
  'emit-always.ts': emitAlways,
  'herd.ts': herd,
  'start-up.ts': startUp,
  'double-start.ts': doubleStart,
  'first-decides.ts': firstDecides,
  'never-seen-up.ts': neverSeenUp,
  'throw-kills.ts': throwKills,
  'late-failure.ts': lateFailure,
  'shared-flag.ts': sharedFlag,
  'busy-skips.ts': busySkips,
  'backs-off.ts': backsOff,
  'hurries.ts': hurries,
  'late-herd.ts': lateHerd,
  'first-at-once.ts': firstAtOnce,
  'second-round-herds.ts': secondRoundHerds,
  'never-rejoins.ts': neverRejoins,
  'readd-keeps.ts': readdKeeps,
  'old-life.ts': oldLife,
  'removal-is-news.ts': removalIsNews,
  'start-once.ts': startOnce,
  'skips-next.ts': skipsNext,
  'tells-first.ts': tellsFirst,
  'begin-of-probe.ts': beginOfProbe,
  'plain-object.ts': plainObject,
  'shared-targets.ts': sharedTargets,
  'shared-dice.ts': sharedDice,
  'phi-first-gaps.ts': phiFirstGaps,
  'phi-no-floor.ts': phiNoFloor,
  'phi-no-pause.ts': phiNoPause,
  'phi-variance.ts': phiVariance,
  'phi-hasty.ts': phiHasty,
  'phi-one-rhythm.ts': phiOneRhythm,
  'phi-below.ts': phiBelow,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-health-checker-subjects.ts: ${file} is not in the table`)
}
