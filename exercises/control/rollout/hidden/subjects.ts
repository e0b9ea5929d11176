import * as asyncClass from './alternatives/async-class.ts'
import * as generators from './alternatives/generators.ts'
import * as reconciler from './alternatives/reconciler.ts'
import * as absolute from './mutants/absolute.ts'
import * as allBack from './mutants/all-back.ts'
import * as anySick from './mutants/any-sick.ts'
import * as asksTheWayThere from './mutants/asks-the-way-there.ts'
import * as bakeByBake from './mutants/bake-by-bake.ts'
import * as flagFirst from './mutants/flag-first.ts'
import * as flagLast from './mutants/flag-last.ts'
import * as flagStays from './mutants/flag-stays.ts'
import * as fromTheFirst from './mutants/from-the-first.ts'
import * as goesBackAnyway from './mutants/goes-back-anyway.ts'
import * as lastWaveBack from './mutants/last-wave-back.ts'
import * as leavesTimer from './mutants/leaves-timer.ts'
import * as looksAtAnswers from './mutants/looks-at-answers.ts'
import * as neverBad from './mutants/never-bad.ts'
import * as newOnesOnly from './mutants/new-ones-only.ts'
import * as noBake from './mutants/no-bake.ts'
import * as noKillSwitch from './mutants/no-kill-switch.ts'
import * as oldBake from './mutants/old-bake.ts'
import * as onceThrough from './mutants/once-through.ts'
import * as oneAtATime from './mutants/one-at-a-time.ts'
import * as oneZone from './mutants/one-zone.ts'
import * as ownOnly from './mutants/own-only.ts'
import * as sevenOfEight from './mutants/seven-of-eight.ts'
import * as sharedBusy from './mutants/shared-busy.ts'
import * as sickWhenBaked from './mutants/sick-when-baked.ts'
import * as sinceLastYear from './mutants/since-last-year.ts'
import * as staysRolling from './mutants/stays-rolling.ts'
import * as timeoutIsSuccess from './mutants/timeout-is-success.ts'
import * as timesWorse from './mutants/times-worse.ts'
import * as triesForEver from './mutants/tries-for-ever.ts'
import * as underWayStays from './mutants/under-way-stays.ts'
import * as waitsForTheDead from './mutants/waits-for-the-dead.ts'
import * as waitsForTheSick from './mutants/waits-for-the-sick.ts'
import * as waveWasBaked from './mutants/wave-was-baked.ts'
import * as zeroRequests from './mutants/zero-requests.ts'
import * as solution from './solution/rollout.ts'
import type { Subject } from './suite/checks.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'async-class.ts': asyncClass,
  'generators.ts': generators,
  'reconciler.ts': reconciler,
}

const mutants: Record<string, Subject> = {
  'seven-of-eight.ts': sevenOfEight,
  'timeout-is-success.ts': timeoutIsSuccess,
  'flag-first.ts': flagFirst,
  'flag-stays.ts': flagStays,
  'goes-back-anyway.ts': goesBackAnyway,
  'zero-requests.ts': zeroRequests,
  'absolute.ts': absolute,
  'from-the-first.ts': fromTheFirst,
  'one-zone.ts': oneZone,
  'once-through.ts': onceThrough,
  'since-last-year.ts': sinceLastYear,
  'no-bake.ts': noBake,
  'own-only.ts': ownOnly,
  'all-back.ts': allBack,
  'one-at-a-time.ts': oneAtATime,
  'waits-for-the-sick.ts': waitsForTheSick,
  'tries-for-ever.ts': triesForEver,
  'new-ones-only.ts': newOnesOnly,
  'old-bake.ts': oldBake,
  'times-worse.ts': timesWorse,
  'never-bad.ts': neverBad,
  'waits-for-the-dead.ts': waitsForTheDead,
  'sick-when-baked.ts': sickWhenBaked,
  'any-sick.ts': anySick,
  'looks-at-answers.ts': looksAtAnswers,
  'bake-by-bake.ts': bakeByBake,
  'flag-last.ts': flagLast,
  'no-kill-switch.ts': noKillSwitch,
  'asks-the-way-there.ts': asksTheWayThere,
  'under-way-stays.ts': underWayStays,
  'last-wave-back.ts': lastWaveBack,
  'wave-was-baked.ts': waveWasBaked,
  'shared-busy.ts': sharedBusy,
  'stays-rolling.ts': staysRolling,
  'leaves-timer.ts': leavesTimer,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-rollout-subjects.ts: ${file} is not in the table`)
}
