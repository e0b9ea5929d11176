import * as asyncClass from './alternatives/async-class.ts'
import * as journal from './alternatives/journal.ts'
import * as oneStep from './alternatives/one-step.ts'
import * as allAtOnce from './mutants/all-at-once.ts'
import * as anyNumber from './mutants/any-number.ts'
import * as asksAgain from './mutants/asks-again.ts'
import * as batch from './mutants/batch.ts'
import * as budgetOnly from './mutants/budget-only.ts'
import * as cleansFirst from './mutants/cleans-first.ts'
import * as conflictIsFailure from './mutants/conflict-is-failure.ts'
import * as edgeTriggered from './mutants/edge-triggered.ts'
import * as firstWish from './mutants/first-wish.ts'
import * as forgetsUnderWay from './mutants/forgets-under-way.ts'
import * as givesUpLooking from './mutants/gives-up-looking.ts'
import * as goesOnByItself from './mutants/goes-on-by-itself.ts'
import * as hourGoesOn from './mutants/hour-goes-on.ts'
import * as lastOne from './mutants/last-one.ts'
import * as lateLook from './mutants/late-look.ts'
import * as neverStops from './mutants/never-stops.ts'
import * as noDoubling from './mutants/no-doubling.ts'
import * as okIsHealed from './mutants/ok-is-healed.ts'
import * as oldPlanGoesOn from './mutants/old-plan-goes-on.ts'
import * as oneAtATime from './mutants/one-at-a-time.ts'
import * as oneWait from './mutants/one-wait.ts'
import * as pagesEachLook from './mutants/pages-each-look.ts'
import * as perLook from './mutants/per-look.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as sameAgain from './mutants/same-again.ts'
import * as shareOfWanted from './mutants/share-of-wanted.ts'
import * as shared from './mutants/shared.ts'
import * as staleFacts from './mutants/stale-facts.ts'
import * as startForgives from './mutants/start-forgives.ts'
import * as tightLoop from './mutants/tight-loop.ts'
import * as tumblingHour from './mutants/tumbling-hour.ts'
import * as twoLoops from './mutants/two-loops.ts'
import * as unconditional from './mutants/unconditional.ts'
import * as unknownIsBroken from './mutants/unknown-is-broken.ts'
import * as unknownIsWell from './mutants/unknown-is-well.ts'
import * as solution from './solution/self-healer.ts'
import type { Subject } from './suite/checks.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'async-class.ts': asyncClass,
  'journal.ts': journal,
  'one-step.ts': oneStep,
}

const mutants: Record<string, Subject> = {
  'edge-triggered.ts': edgeTriggered,
  'stale-facts.ts': staleFacts,
  'unconditional.ts': unconditional,
  'asks-again.ts': asksAgain,
  'cleans-first.ts': cleansFirst,
  'last-one.ts': lastOne,
  'all-at-once.ts': allAtOnce,
  'budget-only.ts': budgetOnly,
  'per-look.ts': perLook,
  'tumbling-hour.ts': tumblingHour,
  'hour-goes-on.ts': hourGoesOn,
  'tight-loop.ts': tightLoop,
  'no-doubling.ts': noDoubling,
  'ok-is-healed.ts': okIsHealed,
  'one-wait.ts': oneWait,
  'conflict-is-failure.ts': conflictIsFailure,
  'same-again.ts': sameAgain,
  'unknown-is-broken.ts': unknownIsBroken,
  'unknown-is-well.ts': unknownIsWell,
  'share-of-wanted.ts': shareOfWanted,
  'never-stops.ts': neverStops,
  'pages-each-look.ts': pagesEachLook,
  'goes-on-by-itself.ts': goesOnByItself,
  'start-forgives.ts': startForgives,
  'old-plan-goes-on.ts': oldPlanGoesOn,
  'first-wish.ts': firstWish,
  'forgets-under-way.ts': forgetsUnderWay,
  'any-number.ts': anyNumber,
  'one-at-a-time.ts': oneAtATime,
  'batch.ts': batch,
  'late-look.ts': lateLook,
  'two-loops.ts': twoLoops,
  'gives-up-looking.ts': givesUpLooking,
  'shared.ts': shared,
  'plain-object.ts': plainObject,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-self-healer-subjects.ts: ${file} is not in the table`)
}
