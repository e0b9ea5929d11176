import * as replayed from './alternatives/replayed.ts'
import * as slots from './alternatives/slots.ts'
import * as tallyClass from './alternatives/tally-class.ts'
import * as allButBest from './mutants/all-but-best.ts'
import * as arrivalOrder from './mutants/arrival-order.ts'
import * as dictionaryOrder from './mutants/dictionary-order.ts'
import * as dups from './mutants/dups.ts'
import * as exactNeed from './mutants/exact-need.ts'
import * as falsyValue from './mutants/falsy-value.ts'
import * as firstNo from './mutants/first-no.ts'
import * as firstR from './mutants/first-r.ts'
import * as firstReply from './mutants/first-reply.ts'
import * as flipNack from './mutants/flip-nack.ts'
import * as floorHalf from './mutants/floor-half.ts'
import * as ge from './mutants/ge.ts'
import * as half from './mutants/half.ts'
import * as ignoredPending from './mutants/ignored-pending.ts'
import * as lastOfEach from './mutants/last-of-each.ts'
import * as lastWord from './mutants/last-word.ts'
import * as lateImpossible from './mutants/late-impossible.ts'
import * as lateStart from './mutants/late-start.ts'
import * as lowestId from './mutants/lowest-id.ts'
import * as mostCommon from './mutants/most-common.ts'
import * as nackTwice from './mutants/nack-twice.ts'
import * as nacks from './mutants/nacks.ts'
import * as noMajority from './mutants/no-majority.ts'
import * as onlyOnNo from './mutants/only-on-no.ts'
import * as ownMajority from './mutants/own-majority.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as readObject from './mutants/read-object.ts'
import * as rememberedRead from './mutants/remembered-read.ts'
import * as repliesCounted from './mutants/replies-counted.ts'
import * as roundUp from './mutants/round-up.ts'
import * as sharedVotes from './mutants/shared-votes.ts'
import * as shrinking from './mutants/shrinking.ts'
import * as staleByValue from './mutants/stale-by-value.ts'
import * as staleReplies from './mutants/stale-replies.ts'
import * as strangerNacks from './mutants/stranger-nacks.ts'
import * as strangers from './mutants/strangers.ts'
import * as textTs from './mutants/text-ts.ts'
import * as tieByValue from './mutants/tie-by-value.ts'
import * as tsOnly from './mutants/ts-only.ts'
import * as twoMajorities from './mutants/two-majorities.ts'
import * as veto from './mutants/veto.ts'
import * as waitsForAll from './mutants/waits-for-all.ts'
import * as writeMajority from './mutants/write-majority.ts'
import * as writesMeetToo from './mutants/writes-meet-too.ts'
import * as zeroTs from './mutants/zero-ts.ts'
import * as solution from './solution/quorum.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'tally-class.ts': tallyClass,
  'replayed.ts': replayed,
  'slots.ts': slots,
}

const mutants: Record<string, Subject> = {
  'half.ts': half,
  'floor-half.ts': floorHalf,
  'ge.ts': ge,
  'dups.ts': dups,
  'nacks.ts': nacks,
  'strangers.ts': strangers,
  'shrinking.ts': shrinking,
  'flip-nack.ts': flipNack,
  'late-impossible.ts': lateImpossible,
  'first-reply.ts': firstReply,
  'most-common.ts': mostCommon,
  'ts-only.ts': tsOnly,
  'round-up.ts': roundUp,
  'two-majorities.ts': twoMajorities,
  'writes-meet-too.ts': writesMeetToo,
  'write-majority.ts': writeMajority,
  'last-word.ts': lastWord,
  'exact-need.ts': exactNeed,
  'ignored-pending.ts': ignoredPending,
  'late-start.ts': lateStart,
  'shared-votes.ts': sharedVotes,
  'first-no.ts': firstNo,
  'stranger-nacks.ts': strangerNacks,
  'nack-twice.ts': nackTwice,
  'only-on-no.ts': onlyOnNo,
  'no-majority.ts': noMajority,
  'own-majority.ts': ownMajority,
  'waits-for-all.ts': waitsForAll,
  'veto.ts': veto,
  'plain-object.ts': plainObject,
  'replies-counted.ts': repliesCounted,
  'last-of-each.ts': lastOfEach,
  'first-r.ts': firstR,
  'falsy-value.ts': falsyValue,
  'zero-ts.ts': zeroTs,
  'lowest-id.ts': lowestId,
  'tie-by-value.ts': tieByValue,
  'text-ts.ts': textTs,
  'read-object.ts': readObject,
  'all-but-best.ts': allButBest,
  'stale-by-value.ts': staleByValue,
  'stale-replies.ts': staleReplies,
  'arrival-order.ts': arrivalOrder,
  'dictionary-order.ts': dictionaryOrder,
  'remembered-read.ts': rememberedRead,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-quorum-subjects.ts: ${file} is not in the table`)
}
