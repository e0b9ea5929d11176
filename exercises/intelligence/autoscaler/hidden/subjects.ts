import type { Subject } from '../scenario.ts'
import * as coroutine from './alternatives/coroutine.ts'
import * as monotonicQueue from './alternatives/monotonic-queue.ts'
import * as pureStep from './alternatives/pure-step.ts'
import * as trial from './alternatives/trial.ts'
import * as absoluteTolerance from './mutants/absolute-tolerance.ts'
import * as allOrNothing from './mutants/all-or-nothing.ts'
import * as assumedPace from './mutants/assumed-pace.ts'
import * as blindForgets from './mutants/blind-forgets.ts'
import * as blindMax from './mutants/blind-max.ts'
import * as blindReady from './mutants/blind-ready.ts'
import * as blindRecommends from './mutants/blind-recommends.ts'
import * as cancelsStarting from './mutants/cancels-starting.ts'
import * as ceilEarly from './mutants/ceil-early.ts'
import * as cooldown from './mutants/cooldown.ts'
import * as countStartingAsLoad from './mutants/count-starting-as-load.ts'
import * as countedWindow from './mutants/counted-window.ts'
import * as decisionsWindow from './mutants/decisions-window.ts'
import * as endlessWindow from './mutants/endless-window.ts'
import * as exclusiveWindow from './mutants/exclusive-window.ts'
import * as floor from './mutants/floor.ts'
import * as forgetsNow from './mutants/forgets-now.ts'
import * as forgotAbs from './mutants/forgot-abs.ts'
import * as growForgets from './mutants/grow-forgets.ts'
import * as holdUnclamped from './mutants/hold-unclamped.ts'
import * as holdsUnnoted from './mutants/holds-unnoted.ts'
import * as ignoreStarting from './mutants/ignore-starting.ts'
import * as lastDecision from './mutants/last-decision.ts'
import * as nanSlips from './mutants/nan-slips.ts'
import * as noClamp from './mutants/no-clamp.ts'
import * as noStab from './mutants/no-stab.ts'
import * as noTolerance from './mutants/no-tolerance.ts'
import * as noneReady from './mutants/none-ready.ts'
import * as nullAsZero from './mutants/null-as-zero.ts'
import * as oldPeak from './mutants/old-peak.ts'
import * as oneAtATime from './mutants/one-at-a-time.ts'
import * as oneMore from './mutants/one-more.ts'
import * as oneSided from './mutants/one-sided.ts'
import * as percent from './mutants/percent.ts'
import * as prunesOne from './mutants/prunes-one.ts'
import * as round from './mutants/round.ts'
import * as sharedWindow from './mutants/shared-window.ts'
import * as stabMin from './mutants/stab-min.ts'
import * as stabUp from './mutants/stab-up.ts'
import * as toleranceOfCount from './mutants/tolerance-of-count.ts'
import * as upOnlyNoted from './mutants/up-only-noted.ts'
import * as waitsForStarting from './mutants/waits-for-starting.ts'
import * as windowInSeconds from './mutants/window-in-seconds.ts'
import * as zeroIsMissing from './mutants/zero-is-missing.ts'
import * as solution from './solution/autoscaler.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'monotonic-queue.ts': monotonicQueue,
  'pure-step.ts': pureStep,
  'trial.ts': trial,
  'coroutine.ts': coroutine,
}

const mutants: Record<string, Subject> = {
  'no-clamp.ts': noClamp,
  'floor.ts': floor,
  'round.ts': round,
  'null-as-zero.ts': nullAsZero,
  'no-tolerance.ts': noTolerance,
  'ignore-starting.ts': ignoreStarting,
  'count-starting-as-load.ts': countStartingAsLoad,
  'no-stab.ts': noStab,
  'stab-min.ts': stabMin,
  'stab-up.ts': stabUp,
  'percent.ts': percent,
  'nan-slips.ts': nanSlips,
  'zero-is-missing.ts': zeroIsMissing,
  'none-ready.ts': noneReady,
  'blind-forgets.ts': blindForgets,
  'blind-recommends.ts': blindRecommends,
  'blind-ready.ts': blindReady,
  'last-decision.ts': lastDecision,
  'blind-max.ts': blindMax,
  'hold-unclamped.ts': holdUnclamped,
  'decisions-window.ts': decisionsWindow,
  'cooldown.ts': cooldown,
  'all-or-nothing.ts': allOrNothing,
  'grow-forgets.ts': growForgets,
  'exclusive-window.ts': exclusiveWindow,
  'forgets-now.ts': forgetsNow,
  'old-peak.ts': oldPeak,
  'absolute-tolerance.ts': absoluteTolerance,
  'one-sided.ts': oneSided,
  'forgot-abs.ts': forgotAbs,
  'tolerance-of-count.ts': toleranceOfCount,
  'shared-window.ts': sharedWindow,
  'assumed-pace.ts': assumedPace,
  'counted-window.ts': countedWindow,
  'window-in-seconds.ts': windowInSeconds,
  'holds-unnoted.ts': holdsUnnoted,
  'prunes-one.ts': prunesOne,
  'up-only-noted.ts': upOnlyNoted,
  'cancels-starting.ts': cancelsStarting,
  'one-at-a-time.ts': oneAtATime,
  'one-more.ts': oneMore,
  'ceil-early.ts': ceilEarly,
  'waits-for-starting.ts': waitsForStarting,
  'endless-window.ts': endlessWindow,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-autoscaler-subjects.ts: ${file} is not in the table`)
}
