import type { Subject } from '../scenario.ts'
import * as mailbox from './alternatives/mailbox.ts'
import * as oneAlarm from './alternatives/one-alarm.ts'
import * as sleeping from './alternatives/sleeping.ts'
import * as sortedClasses from './alternatives/sorted-classes.ts'
import * as absoluteFloor from './mutants/absolute-floor.ts'
import * as addsUp from './mutants/adds-up.ts'
import * as allGood from './mutants/all-good.ts'
import * as anyGood from './mutants/any-good.ts'
import * as aroundMean from './mutants/around-mean.ts'
import * as atOnce from './mutants/at-once.ts'
import * as blindForEver from './mutants/blind-for-ever.ts'
import * as byService from './mutants/by-service.ts'
import * as capByGroup from './mutants/cap-by-group.ts'
import * as capDrops from './mutants/cap-drops.ts'
import * as clips from './mutants/clips.ts'
import * as closesAnyway from './mutants/closes-anyway.ts'
import * as closesAtOnce from './mutants/closes-at-once.ts'
import * as countedSeason from './mutants/counted-season.ts'
import * as countsAlerts from './mutants/counts-alerts.ts'
import * as countsAllSamples from './mutants/counts-all-samples.ts'
import * as countsGroups from './mutants/counts-groups.ts'
import * as countsItself from './mutants/counts-itself.ts'
import * as endlessWindow from './mutants/endless-window.ts'
import * as epsilon from './mutants/epsilon.ts'
import * as falsyGroup from './mutants/falsy-group.ts'
import * as firstGoodCloses from './mutants/first-good-closes.ts'
import * as firstWaits from './mutants/first-waits.ts'
import * as flatAlarms from './mutants/flat-alarms.ts'
import * as flatIsFine from './mutants/flat-is-fine.ts'
import * as freeSummaries from './mutants/free-summaries.ts'
import * as fromNewest from './mutants/from-newest.ts'
import * as fromThePage from './mutants/from-the-page.ts'
import * as fromZero from './mutants/from-zero.ts'
import * as fullHours from './mutants/full-hours.ts'
import * as goodRestarts from './mutants/good-restarts.ts'
import * as halfThreshold from './mutants/half-threshold.ts'
import * as lastListener from './mutants/last-listener.ts'
import * as lastSeasonOnly from './mutants/last-season-only.ts'
import * as lastWaits from './mutants/last-waits.ts'
import * as longerWindow from './mutants/longer-window.ts'
import * as meanDeviation from './mutants/mean-deviation.ts'
import * as meanSigma from './mutants/mean-sigma.ts'
import * as medianSigma from './mutants/median-sigma.ts'
import * as missingAlarms from './mutants/missing-alarms.ts'
import * as missingEnters from './mutants/missing-enters.ts'
import * as missingIsZero from './mutants/missing-is-zero.ts'
import * as namesTwice from './mutants/names-twice.ts'
import * as neverAdapts from './mutants/never-adapts.ts'
import * as neverCancels from './mutants/never-cancels.ts'
import * as neverCloses from './mutants/never-closes.ts'
import * as noCap from './mutants/no-cap.ts'
import * as noGroups from './mutants/no-groups.ts'
import * as noSeason from './mutants/no-season.ts'
import * as oneAnomalyEnds from './mutants/one-anomaly-ends.ts'
import * as oneTooMany from './mutants/one-too-many.ts'
import * as opensWhenNamed from './mutants/opens-when-named.ts'
import * as overIsDropped from './mutants/over-is-dropped.ts'
import * as pageOfMany from './mutants/page-of-many.ts'
import * as pagePerSample from './mutants/page-per-sample.ts'
import * as pagePerSource from './mutants/page-per-source.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as relay from './mutants/relay.ts'
import * as sharedSent from './mutants/shared-sent.ts'
import * as sharedWindow from './mutants/shared-window.ts'
import * as sinceWhen from './mutants/since-when.ts'
import * as sortsAsText from './mutants/sorts-as-text.ts'
import * as sortsInPlace from './mutants/sorts-in-place.ts'
import * as speaksEarly from './mutants/speaks-early.ts'
import * as speaksLate from './mutants/speaks-late.ts'
import * as startsOver from './mutants/starts-over.ts'
import * as timerRestarts from './mutants/timer-restarts.ts'
import * as unscaled from './mutants/unscaled.ts'
import * as unsortedInsert from './mutants/unsorted-insert.ts'
import * as upperMiddle from './mutants/upper-middle.ts'
import * as upwardsOnly from './mutants/upwards-only.ts'
import * as waitsApart from './mutants/waits-apart.ts'
import * as waitsForWindow from './mutants/waits-for-window.ts'
import * as waitsTwice from './mutants/waits-twice.ts'
import * as wholeSeason from './mutants/whole-season.ts'
import * as windowOfAll from './mutants/window-of-all.ts'
import * as zeroIsMissing from './mutants/zero-is-missing.ts'
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
  'sorts-as-text.ts': sortsAsText,
  'sorts-in-place.ts': sortsInPlace,
  'upper-middle.ts': upperMiddle,
  'around-mean.ts': aroundMean,
  'mean-deviation.ts': meanDeviation,
  'median-sigma.ts': medianSigma,
  'unscaled.ts': unscaled,
  'upwards-only.ts': upwardsOnly,
  'absolute-floor.ts': absoluteFloor,
  'epsilon.ts': epsilon,
  'flat-is-fine.ts': flatIsFine,
  'flat-alarms.ts': flatAlarms,
  'half-threshold.ts': halfThreshold,
  'speaks-early.ts': speaksEarly,
  'speaks-late.ts': speaksLate,
  'counts-all-samples.ts': countsAllSamples,
  'waits-for-window.ts': waitsForWindow,
  'longer-window.ts': longerWindow,
  'endless-window.ts': endlessWindow,
  'starts-over.ts': startsOver,
  'clips.ts': clips,
  'one-anomaly-ends.ts': oneAnomalyEnds,
  'missing-is-zero.ts': missingIsZero,
  'zero-is-missing.ts': zeroIsMissing,
  'missing-enters.ts': missingEnters,
  'missing-alarms.ts': missingAlarms,
  'counted-season.ts': countedSeason,
  'whole-season.ts': wholeSeason,
  'window-of-all.ts': windowOfAll,
  'last-season-only.ts': lastSeasonOnly,
  'shared-window.ts': sharedWindow,
  'at-once.ts': atOnce,
  'never-cancels.ts': neverCancels,
  'adds-up.ts': addsUp,
  'relay.ts': relay,
  'any-good.ts': anyGood,
  'never-closes.ts': neverCloses,
  'closes-at-once.ts': closesAtOnce,
  'closes-anyway.ts': closesAnyway,
  'first-good-closes.ts': firstGoodCloses,
  'good-restarts.ts': goodRestarts,
  'from-the-page.ts': fromThePage,
  'page-per-source.ts': pagePerSource,
  'no-groups.ts': noGroups,
  'by-service.ts': byService,
  'no-cap.ts': noCap,
  'one-too-many.ts': oneTooMany,
  'full-hours.ts': fullHours,
  'free-summaries.ts': freeSummaries,
  'cap-by-group.ts': capByGroup,
  'over-is-dropped.ts': overIsDropped,
  'last-waits.ts': lastWaits,
  'first-waits.ts': firstWaits,
  'names-twice.ts': namesTwice,
  'page-of-many.ts': pageOfMany,
  'waits-apart.ts': waitsApart,
  'last-listener.ts': lastListener,
  'since-when.ts': sinceWhen,
  'plain-object.ts': plainObject,
  'falsy-group.ts': falsyGroup,
  'shared-sent.ts': sharedSent,
  'opens-when-named.ts': opensWhenNamed,
  'waits-twice.ts': waitsTwice,
  'counts-groups.ts': countsGroups,
  'from-newest.ts': fromNewest,
  'all-good.ts': allGood,
  'counts-alerts.ts': countsAlerts,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-anomaly-detector-subjects.ts: ${file} is not in the table`)
}
