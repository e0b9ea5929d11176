import * as forgettingTimers from './alternatives/forgetting-timers.ts'
import * as reducer from './alternatives/reducer.ts'
import * as stateObjects from './alternatives/state-objects.ts'
import * as alwaysFew from './mutants/always-few.ts'
import * as backsOff from './mutants/backs-off.ts'
import * as byTime from './mutants/by-time.ts'
import * as callsAnyway from './mutants/calls-anyway.ts'
import * as countedAtBegin from './mutants/counted-at-begin.ts'
import * as counts404 from './mutants/counts-404.ts'
import * as emptiesAfterTelling from './mutants/empties-after-telling.ts'
import * as excusedBeginsAnew from './mutants/excused-begins-anew.ts'
import * as excusedIsOk from './mutants/excused-is-ok.ts'
import * as excusedKeepsPlace from './mutants/excused-keeps-place.ts'
import * as failuresOfMin from './mutants/failures-of-min.ts'
import * as falsyError from './mutants/falsy-error.ts'
import * as fewInAll from './mutants/few-in-all.ts'
import * as firstOpeningCounts from './mutants/first-opening-counts.ts'
import * as hungIsFree from './mutants/hung-is-free.ts'
import * as hungIsTold from './mutants/hung-is-told.ts'
import * as hungSinceHalfOpen from './mutants/hung-since-half-open.ts'
import * as hungWhileClosed from './mutants/hung-while-closed.ts'
import * as inARow from './mutants/in-a-row.ts'
import * as keepsSuccesses from './mutants/keeps-successes.ts'
import * as keepsWindow from './mutants/keeps-window.ts'
import * as lastCalls from './mutants/last-calls.ts'
import * as lastListener from './mutants/last-listener.ts'
import * as lateFailure from './mutants/late-failure.ts'
import * as lazyState from './mutants/lazy-state.ts'
import * as leavesTwice from './mutants/leaves-twice.ts'
import * as looksThenWaits from './mutants/looks-then-waits.ts'
import * as manyTries from './mutants/many-tries.ts'
import * as minimumInAll from './mutants/minimum-in-all.ts'
import * as moreThanRate from './mutants/more-than-rate.ts'
import * as oneIsEnough from './mutants/one-is-enough.ts'
import * as oneTimer from './mutants/one-timer.ts'
import * as oneTooMany from './mutants/one-too-many.ts'
import * as onlyAsked from './mutants/only-asked.ts'
import * as onlyFailuresLeave from './mutants/only-failures-leave.ts'
import * as onlyFailuresLook from './mutants/only-failures-look.ts'
import * as overdueAnyway from './mutants/overdue-anyway.ts'
import * as placeAfterBegin from './mutants/place-after-begin.ts'
import * as placeKept from './mutants/place-kept.ts'
import * as placeOfAnother from './mutants/place-of-another.ts'
import * as rateWhileHalfOpen from './mutants/rate-while-half-open.ts'
import * as refusalFails from './mutants/refusal-fails.ts'
import * as refusalRestarts from './mutants/refusal-restarts.ts'
import * as sameName from './mutants/same-name.ts'
import * as shareOfMin from './mutants/share-of-min.ts'
import * as sharedListeners from './mutants/shared-listeners.ts'
import * as sharedState from './mutants/shared-state.ts'
import * as sinceItWasMade from './mutants/since-it-was-made.ts'
import * as sinceTheStart from './mutants/since-the-start.ts'
import * as skipsNext from './mutants/skips-next.ts'
import * as tellsFirst from './mutants/tells-first.ts'
import * as tenBuckets from './mutants/ten-buckets.ts'
import * as throwEscapes from './mutants/throw-escapes.ts'
import * as throwIsNothing from './mutants/throw-is-nothing.ts'
import * as throwsRefusal from './mutants/throws-refusal.ts'
import * as tooLate from './mutants/too-late.ts'
import * as tumblingWindow from './mutants/tumbling-window.ts'
import * as waitsForEver from './mutants/waits-for-ever.ts'
import * as waitsItsTurn from './mutants/waits-its-turn.ts'
import * as wrapsErrors from './mutants/wraps-errors.ts'
import * as solution from './solution/circuit-breaker.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'forgetting-timers.ts': forgettingTimers,
  'reducer.ts': reducer,
  'state-objects.ts': stateObjects,
}

const mutants: Record<string, Subject> = {
  'many-tries.ts': manyTries,
  'waits-for-ever.ts': waitsForEver,
  'refusal-restarts.ts': refusalRestarts,
  'in-a-row.ts': inARow,
  'tumbling-window.ts': tumblingWindow,
  'late-failure.ts': lateFailure,
  'refusal-fails.ts': refusalFails,
  'counts-404.ts': counts404,
  'one-is-enough.ts': oneIsEnough,
  'lazy-state.ts': lazyState,
  'only-failures-look.ts': onlyFailuresLook,
  'failures-of-min.ts': failuresOfMin,
  'more-than-rate.ts': moreThanRate,
  'share-of-min.ts': shareOfMin,
  'since-the-start.ts': sinceTheStart,
  'last-calls.ts': lastCalls,
  'only-failures-leave.ts': onlyFailuresLeave,
  'counted-at-begin.ts': countedAtBegin,
  'excused-is-ok.ts': excusedIsOk,
  'throw-is-nothing.ts': throwIsNothing,
  'falsy-error.ts': falsyError,
  'same-name.ts': sameName,
  'by-time.ts': byTime,
  'place-of-another.ts': placeOfAnother,
  'place-kept.ts': placeKept,
  'throw-escapes.ts': throwEscapes,
  'wraps-errors.ts': wrapsErrors,
  'always-few.ts': alwaysFew,
  'throws-refusal.ts': throwsRefusal,
  'calls-anyway.ts': callsAnyway,
  'waits-its-turn.ts': waitsItsTurn,
  'too-late.ts': tooLate,
  'few-in-all.ts': fewInAll,
  'excused-keeps-place.ts': excusedKeepsPlace,
  'place-after-begin.ts': placeAfterBegin,
  'looks-then-waits.ts': looksThenWaits,
  'one-too-many.ts': oneTooMany,
  'rate-while-half-open.ts': rateWhileHalfOpen,
  'keeps-successes.ts': keepsSuccesses,
  'keeps-window.ts': keepsWindow,
  'backs-off.ts': backsOff,
  'first-opening-counts.ts': firstOpeningCounts,
  'hung-is-free.ts': hungIsFree,
  'hung-since-half-open.ts': hungSinceHalfOpen,
  'hung-is-told.ts': hungIsTold,
  'hung-while-closed.ts': hungWhileClosed,
  'tells-first.ts': tellsFirst,
  'only-asked.ts': onlyAsked,
  'since-it-was-made.ts': sinceItWasMade,
  'last-listener.ts': lastListener,
  'leaves-twice.ts': leavesTwice,
  'skips-next.ts': skipsNext,
  'empties-after-telling.ts': emptiesAfterTelling,
  'shared-state.ts': sharedState,
  'shared-listeners.ts': sharedListeners,
  'minimum-in-all.ts': minimumInAll,
  'ten-buckets.ts': tenBuckets,
  'overdue-anyway.ts': overdueAnyway,
  'one-timer.ts': oneTimer,
  'excused-begins-anew.ts': excusedBeginsAnew,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-circuit-breaker-subjects.ts: ${file} is not in the table`)
}
