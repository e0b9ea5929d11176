import * as lruMap from './alternatives/lru-map.ts'
import * as timers from './alternatives/timers.ts'
import * as waitingRooms from './alternatives/waiting-rooms.ts'
import * as ageFromRequest from './mutants/age-from-request.ts'
import * as borderIsGiven from './mutants/border-is-given.ts'
import * as checksTooEarly from './mutants/checks-too-early.ts'
import * as clearsUpAfterOthers from './mutants/clears-up-after-others.ts'
import * as eachUseRenews from './mutants/each-use-renews.ts'
import * as errorOfItsOwn from './mutants/error-of-its-own.ts'
import * as expiredIsUsed from './mutants/expired-is-used.ts'
import * as failureIsKept from './mutants/failure-is-kept.ts'
import * as failureRenews from './mutants/failure-renews.ts'
import * as failureTakesTheOld from './mutants/failure-takes-the-old.ts'
import * as firstInFirstOut from './mutants/first-in-first-out.ts'
import * as goneIsOvertaken from './mutants/gone-is-overtaken.ts'
import * as loadGoesOn from './mutants/load-goes-on.ts'
import * as loadsTakeRoom from './mutants/loads-take-room.ts'
import * as makesRoomFirst from './mutants/makes-room-first.ts'
import * as markedAndWaitedFor from './mutants/marked-and-waited-for.ts'
import * as neverTooOld from './mutants/never-too-old.ts'
import * as oldAlarm from './mutants/old-alarm.ts'
import * as oneAfterTheOther from './mutants/one-after-the-other.ts'
import * as oneEraForAll from './mutants/one-era-for-all.ts'
import * as oneLoadForAll from './mutants/one-load-for-all.ts'
import * as oneTooMany from './mutants/one-too-many.ts'
import * as onlyWhereHeld from './mutants/only-where-held.ts'
import * as othersHang from './mutants/others-hang.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as poisonedKey from './mutants/poisoned-key.ts'
import * as refreshAhead from './mutants/refresh-ahead.ts'
import * as rejectsTheOvertaken from './mutants/rejects-the-overtaken.ts'
import * as sameMillisecond from './mutants/same-millisecond.ts'
import * as sharedValues from './mutants/shared-values.ts'
import * as sizeWithTheOld from './mutants/size-with-the-old.ts'
import * as staleAndLeft from './mutants/stale-and-left.ts'
import * as staleFromTheStart from './mutants/stale-from-the-start.ts'
import * as staleIsUnused from './mutants/stale-is-unused.ts'
import * as staleStampede from './mutants/stale-stampede.ts'
import * as staleWaits from './mutants/stale-waits.ts'
import * as stampede from './mutants/stampede.ts'
import * as throwEscapes from './mutants/throw-escapes.ts'
import * as timeOfUse from './mutants/time-of-use.ts'
import * as toldBeforeHeld from './mutants/told-before-held.ts'
import * as undefinedIsNothing from './mutants/undefined-is-nothing.ts'
import * as solution from './solution/cache.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'lru-map.ts': lruMap,
  'timers.ts': timers,
  'waiting-rooms.ts': waitingRooms,
}

const mutants: Record<string, Subject> = {
  'stampede.ts': stampede,
  'poisoned-key.ts': poisonedKey,
  'load-goes-on.ts': loadGoesOn,
  'first-in-first-out.ts': firstInFirstOut,
  'one-too-many.ts': oneTooMany,
  'age-from-request.ts': ageFromRequest,
  'expired-is-used.ts': expiredIsUsed,
  'failure-is-kept.ts': failureIsKept,
  'undefined-is-nothing.ts': undefinedIsNothing,
  'border-is-given.ts': borderIsGiven,
  'each-use-renews.ts': eachUseRenews,
  'never-too-old.ts': neverTooOld,
  'old-alarm.ts': oldAlarm,
  'refresh-ahead.ts': refreshAhead,
  'shared-values.ts': sharedValues,
  'plain-object.ts': plainObject,
  'one-load-for-all.ts': oneLoadForAll,
  'told-before-held.ts': toldBeforeHeld,
  'one-after-the-other.ts': oneAfterTheOther,
  'clears-up-after-others.ts': clearsUpAfterOthers,
  'same-millisecond.ts': sameMillisecond,
  'one-era-for-all.ts': oneEraForAll,
  'only-where-held.ts': onlyWhereHeld,
  'rejects-the-overtaken.ts': rejectsTheOvertaken,
  'marked-and-waited-for.ts': markedAndWaitedFor,
  'checks-too-early.ts': checksTooEarly,
  'throw-escapes.ts': throwEscapes,
  'error-of-its-own.ts': errorOfItsOwn,
  'others-hang.ts': othersHang,
  'loads-take-room.ts': loadsTakeRoom,
  'size-with-the-old.ts': sizeWithTheOld,
  'makes-room-first.ts': makesRoomFirst,
  'time-of-use.ts': timeOfUse,
  'stale-is-unused.ts': staleIsUnused,
  'stale-from-the-start.ts': staleFromTheStart,
  'stale-and-left.ts': staleAndLeft,
  'gone-is-overtaken.ts': goneIsOvertaken,
  'stale-waits.ts': staleWaits,
  'stale-stampede.ts': staleStampede,
  'failure-takes-the-old.ts': failureTakesTheOld,
  'failure-renews.ts': failureRenews,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-cache-subjects.ts: ${file} is not in the table`)
}
