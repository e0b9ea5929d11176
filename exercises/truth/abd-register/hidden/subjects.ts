import type { Subject } from '../scenario.ts'
import * as knownHolders from './alternatives/known-holders.ts'
import * as queuedClass from './alternatives/queued-class.ts'
import * as stateMachine from './alternatives/state-machine.ts'
import * as ackFirst from './mutants/ack-first.ts'
import * as anyReply from './mutants/any-reply.ts'
import * as byKind from './mutants/by-kind.ts'
import * as counterOnly from './mutants/counter-only.ts'
import * as counterOrEqual from './mutants/counter-or-equal.ts'
import * as countsTwice from './mutants/counts-twice.ts'
import * as falsy from './mutants/falsy.ts'
import * as firstOfEquals from './mutants/first-of-equals.ts'
import * as givesUp from './mutants/gives-up.ts'
import * as half from './mutants/half.ts'
import * as hastyWriteBack from './mutants/hasty-write-back.ts'
import * as inMemory from './mutants/in-memory.ts'
import * as lateValue from './mutants/late-value.ts'
import * as localCounter from './mutants/local-counter.ts'
import * as mostCommon from './mutants/most-common.ts'
import * as neverResends from './mutants/never-resends.ts'
import * as newWriteBack from './mutants/new-write-back.ts'
import * as noSync from './mutants/no-sync.ts'
import * as noWriteBack from './mutants/no-write-back.ts'
import * as oneByOne from './mutants/one-by-one.ts'
import * as oneIsEnough from './mutants/one-is-enough.ts'
import * as onlyRepliers from './mutants/only-repliers.ts'
import * as overwrites from './mutants/overwrites.ts'
import * as rebornWrite from './mutants/reborn-write.ts'
import * as resendsOnce from './mutants/resends-once.ts'
import * as sameCounter from './mutants/same-counter.ts'
import * as sharedMemory from './mutants/shared-memory.ts'
import * as silentWhenOld from './mutants/silent-when-old.ts'
import * as textOrder from './mutants/text-order.ts'
import * as tieByValue from './mutants/tie-by-value.ts'
import * as twoSyncs from './mutants/two-syncs.ts'
import * as valueOnly from './mutants/value-only.ts'
import * as waitsForAll from './mutants/waits-for-all.ts'
import * as wallClock from './mutants/wall-clock.ts'
import * as solution from './solution/abd-register.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'queued-class.ts': queuedClass,
  'state-machine.ts': stateMachine,
  'known-holders.ts': knownHolders,
}

const mutants: Record<string, Subject> = {
  'no-write-back.ts': noWriteBack,
  'local-counter.ts': localCounter,
  'wall-clock.ts': wallClock,
  'hasty-write-back.ts': hastyWriteBack,
  'tie-by-value.ts': tieByValue,
  'any-reply.ts': anyReply,
  'reborn-write.ts': rebornWrite,
  'half.ts': half,
  'counts-twice.ts': countsTwice,
  'ack-first.ts': ackFirst,
  'no-sync.ts': noSync,
  'in-memory.ts': inMemory,
  'value-only.ts': valueOnly,
  'two-syncs.ts': twoSyncs,
  'overwrites.ts': overwrites,
  'counter-only.ts': counterOnly,
  'counter-or-equal.ts': counterOrEqual,
  'text-order.ts': textOrder,
  'silent-when-old.ts': silentWhenOld,
  'shared-memory.ts': sharedMemory,
  'most-common.ts': mostCommon,
  'first-of-equals.ts': firstOfEquals,
  'falsy.ts': falsy,
  'one-is-enough.ts': oneIsEnough,
  'gives-up.ts': givesUp,
  'by-kind.ts': byKind,
  'new-write-back.ts': newWriteBack,
  'late-value.ts': lateValue,
  'same-counter.ts': sameCounter,
  'never-resends.ts': neverResends,
  'resends-once.ts': resendsOnce,
  'only-repliers.ts': onlyRepliers,
  'waits-for-all.ts': waitsForAll,
  'one-by-one.ts': oneByOne,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-abd-register-subjects.ts: ${file} is not in the table`)
}
