import type { Subject } from '../scenario.ts'
import * as mailbox from './alternatives/mailbox.ts'
import * as oneAlarm from './alternatives/one-alarm.ts'
import * as sleeping from './alternatives/sleeping.ts'
import * as sortedClasses from './alternatives/sorted-classes.ts'
import * as absoluteFloor from './mutants/absolute-floor.ts'
import * as aroundMean from './mutants/around-mean.ts'
import * as blindForEver from './mutants/blind-for-ever.ts'
import * as byService from './mutants/by-service.ts'
import * as capDrops from './mutants/cap-drops.ts'
import * as closesAtOnce from './mutants/closes-at-once.ts'
import * as countedSeason from './mutants/counted-season.ts'
import * as countsItself from './mutants/counts-itself.ts'
import * as firstGoodCloses from './mutants/first-good-closes.ts'
import * as flatIsFine from './mutants/flat-is-fine.ts'
import * as freeSummaries from './mutants/free-summaries.ts'
import * as fromNewest from './mutants/from-newest.ts'
import * as fromZero from './mutants/from-zero.ts'
import * as fullHours from './mutants/full-hours.ts'
import * as goodRestarts from './mutants/good-restarts.ts'
import * as meanSigma from './mutants/mean-sigma.ts'
import * as missingEnters from './mutants/missing-enters.ts'
import * as neverAdapts from './mutants/never-adapts.ts'
import * as neverCancels from './mutants/never-cancels.ts'
import * as neverCloses from './mutants/never-closes.ts'
import * as noSeason from './mutants/no-season.ts'
import * as overIsDropped from './mutants/over-is-dropped.ts'
import * as pagePerSample from './mutants/page-per-sample.ts'
import * as pagePerSource from './mutants/page-per-source.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as relay from './mutants/relay.ts'
import * as sharedWindow from './mutants/shared-window.ts'
import * as sortsInPlace from './mutants/sorts-in-place.ts'
import * as speaksEarly from './mutants/speaks-early.ts'
import * as timerRestarts from './mutants/timer-restarts.ts'
import * as unsortedInsert from './mutants/unsorted-insert.ts'
import * as upwardsOnly from './mutants/upwards-only.ts'
import * as windowOfAll from './mutants/window-of-all.ts'
import * as zeroIsMissing from './mutants/zero-is-missing.ts'
import * as unscaled from './mutants/unscaled.ts'
import * as solution from './solution/anomaly-detector.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'sorted-classes.ts': sortedClasses,
  'sleeping.ts': sleeping,
  'one-alarm.ts': oneAlarm,
  'mailbox.ts': mailbox,
}

const mutants: Record<string, Subject> = {
  'mean-sigma.ts': meanSigma,
  'counts-itself.ts': countsItself,
  'never-adapts.ts': neverAdapts,
  'blind-for-ever.ts': blindForEver,
  'from-zero.ts': fromZero,
  'no-season.ts': noSeason,
  'page-per-sample.ts': pagePerSample,
  'cap-drops.ts': capDrops,
  'timer-restarts.ts': timerRestarts,
  'unsorted-insert.ts': unsortedInsert,
  'sorts-in-place.ts': sortsInPlace,
  'around-mean.ts': aroundMean,
  'upwards-only.ts': upwardsOnly,
  'absolute-floor.ts': absoluteFloor,
  'flat-is-fine.ts': flatIsFine,
  'speaks-early.ts': speaksEarly,
  'unscaled.ts': unscaled,
  'zero-is-missing.ts': zeroIsMissing,
  'missing-enters.ts': missingEnters,
  'counted-season.ts': countedSeason,
  'window-of-all.ts': windowOfAll,
  'shared-window.ts': sharedWindow,
  'never-cancels.ts': neverCancels,
  'relay.ts': relay,
  'never-closes.ts': neverCloses,
  'closes-at-once.ts': closesAtOnce,
  'first-good-closes.ts': firstGoodCloses,
  'good-restarts.ts': goodRestarts,
  'page-per-source.ts': pagePerSource,
  'by-service.ts': byService,
  'full-hours.ts': fullHours,
  'free-summaries.ts': freeSummaries,
  'over-is-dropped.ts': overIsDropped,
  'plain-object.ts': plainObject,
  'from-newest.ts': fromNewest,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-anomaly-detector-subjects.ts: ${file} is not in the table`)
}
