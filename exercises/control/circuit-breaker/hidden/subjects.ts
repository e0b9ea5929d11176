import * as forgettingTimers from './alternatives/forgetting-timers.ts'
import * as reducer from './alternatives/reducer.ts'
import * as stateObjects from './alternatives/state-objects.ts'
import * as alwaysFew from './mutants/always-few.ts'
import * as callsAnyway from './mutants/calls-anyway.ts'
import * as counts404 from './mutants/counts-404.ts'
import * as excusedIsOk from './mutants/excused-is-ok.ts'
import * as excusedKeepsPlace from './mutants/excused-keeps-place.ts'
import * as fewInAll from './mutants/few-in-all.ts'
import * as firstOpeningCounts from './mutants/first-opening-counts.ts'
import * as hungIsFree from './mutants/hung-is-free.ts'
import * as hungWhileClosed from './mutants/hung-while-closed.ts'
import * as inARow from './mutants/in-a-row.ts'
import * as keepsWindow from './mutants/keeps-window.ts'
import * as lastCalls from './mutants/last-calls.ts'
import * as lateFailure from './mutants/late-failure.ts'
import * as lazyState from './mutants/lazy-state.ts'
import * as looksThenWaits from './mutants/looks-then-waits.ts'
import * as manyTries from './mutants/many-tries.ts'
import * as moreThanRate from './mutants/more-than-rate.ts'
import * as oneIsEnough from './mutants/one-is-enough.ts'
import * as oneTimer from './mutants/one-timer.ts'
import * as onlyAsked from './mutants/only-asked.ts'
import * as placeKept from './mutants/place-kept.ts'
import * as rateWhileHalfOpen from './mutants/rate-while-half-open.ts'
import * as refusalFails from './mutants/refusal-fails.ts'
import * as refusalRestarts from './mutants/refusal-restarts.ts'
import * as sameName from './mutants/same-name.ts'
import * as sharedState from './mutants/shared-state.ts'
import * as sinceTheStart from './mutants/since-the-start.ts'
import * as skipsNext from './mutants/skips-next.ts'
import * as tellsFirst from './mutants/tells-first.ts'
import * as tenBuckets from './mutants/ten-buckets.ts'
import * as throwEscapes from './mutants/throw-escapes.ts'
import * as throwIsNothing from './mutants/throw-is-nothing.ts'
import * as tooLate from './mutants/too-late.ts'
import * as tumblingWindow from './mutants/tumbling-window.ts'
import * as waitsForEver from './mutants/waits-for-ever.ts'
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
  'more-than-rate.ts': moreThanRate,
  'since-the-start.ts': sinceTheStart,
  'last-calls.ts': lastCalls,
  'excused-is-ok.ts': excusedIsOk,
  'throw-is-nothing.ts': throwIsNothing,
  'same-name.ts': sameName,
  'place-kept.ts': placeKept,
  'throw-escapes.ts': throwEscapes,
  'always-few.ts': alwaysFew,
  'calls-anyway.ts': callsAnyway,
  'too-late.ts': tooLate,
  'few-in-all.ts': fewInAll,
  'excused-keeps-place.ts': excusedKeepsPlace,
  'looks-then-waits.ts': looksThenWaits,
  'rate-while-half-open.ts': rateWhileHalfOpen,
  'keeps-window.ts': keepsWindow,
  'first-opening-counts.ts': firstOpeningCounts,
  'hung-is-free.ts': hungIsFree,
  'hung-while-closed.ts': hungWhileClosed,
  'tells-first.ts': tellsFirst,
  'only-asked.ts': onlyAsked,
  'skips-next.ts': skipsNext,
  'shared-state.ts': sharedState,
  'ten-buckets.ts': tenBuckets,
  'one-timer.ts': oneTimer,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-circuit-breaker-subjects.ts: ${file} is not in the table`)
}
