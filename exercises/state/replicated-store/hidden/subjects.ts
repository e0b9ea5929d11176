import type { Subject } from '../scenario.ts'
import * as optimisticClass from './alternatives/optimistic-class.ts'
import * as pureSteps from './alternatives/pure-steps.ts'
import * as ticking from './alternatives/ticking.ts'
import * as ackAfterSend from './mutants/ack-after-send.ts'
import * as ackBeforeSync from './mutants/ack-before-sync.ts'
import * as anyConfirmation from './mutants/any-confirmation.ts'
import * as appendsAgain from './mutants/appends-again.ts'
import * as asyncHasty from './mutants/async-hasty.ts'
import * as asyncWaits from './mutants/async-waits.ts'
import * as atHome from './mutants/at-home.ts'
import * as batches from './mutants/batches.ts'
import * as beforeTheMoment from './mutants/before-the-moment.ts'
import * as epochInMemory from './mutants/epoch-in-memory.ts'
import * as half from './mutants/half.ts'
import * as keepsLater from './mutants/keeps-later.ts'
import * as lateSave from './mutants/late-save.ts'
import * as livePointer from './mutants/live-pointer.ts'
import * as longestLog from './mutants/longest-log.ts'
import * as lowerEpoch from './mutants/lower-epoch.ts'
import * as neverAgain from './mutants/never-again.ts'
import * as neverGoesBack from './mutants/never-goes-back.ts'
import * as noPrevCheck from './mutants/no-prev-check.ts'
import * as notTried from './mutants/not-tried.ts'
import * as oldConfirmations from './mutants/old-confirmations.ts'
import * as onlyOnConflict from './mutants/only-on-conflict.ts'
import * as oneByOne from './mutants/one-by-one.ts'
import * as ownLogOnly from './mutants/own-log-only.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as refusesAndKeeps from './mutants/refuses-and-keeps.ts'
import * as refusesOpen from './mutants/refuses-open.ts'
import * as restoresAll from './mutants/restores-all.ts'
import * as rewrites from './mutants/rewrites.ts'
import * as sendsAll from './mutants/sends-all.ts'
import * as servesOn from './mutants/serves-on.ts'
import * as sharedLog from './mutants/shared-log.ts'
import * as silentRefusal from './mutants/silent-refusal.ts'
import * as swallows from './mutants/swallows.ts'
import * as truncates from './mutants/truncates.ts'
import * as solution from './solution/replicated-store.ts'

/** Every hidden subject, checked against what the scenario asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'optimistic-class.ts': optimisticClass,
  'pure-steps.ts': pureSteps,
  'ticking.ts': ticking,
}

const mutants: Record<string, Subject> = {
  'ack-before-sync.ts': ackBeforeSync,
  'ack-after-send.ts': ackAfterSend,
  'epoch-in-memory.ts': epochInMemory,
  'serves-on.ts': servesOn,
  'no-prev-check.ts': noPrevCheck,
  'appends-again.ts': appendsAgain,
  'own-log-only.ts': ownLogOnly,
  'live-pointer.ts': livePointer,
  'restores-all.ts': restoresAll,
  'swallows.ts': swallows,
  'lower-epoch.ts': lowerEpoch,
  'only-on-conflict.ts': onlyOnConflict,
  'truncates.ts': truncates,
  'late-save.ts': lateSave,
  'silent-refusal.ts': silentRefusal,
  'half.ts': half,
  'longest-log.ts': longestLog,
  'async-hasty.ts': asyncHasty,
  'any-confirmation.ts': anyConfirmation,
  'old-confirmations.ts': oldConfirmations,
  'refuses-and-keeps.ts': refusesAndKeeps,
  'refuses-open.ts': refusesOpen,
  'async-waits.ts': asyncWaits,
  'never-again.ts': neverAgain,
  'never-goes-back.ts': neverGoesBack,
  'one-by-one.ts': oneByOne,
  'batches.ts': batches,
  'sends-all.ts': sendsAll,
  'not-tried.ts': notTried,
  'before-the-moment.ts': beforeTheMoment,
  'keeps-later.ts': keepsLater,
  'rewrites.ts': rewrites,
  'at-home.ts': atHome,
  'plain-object.ts': plainObject,
  'shared-log.ts': sharedLog,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-replicated-store-subjects.ts: ${file} is not in the table`)
}
