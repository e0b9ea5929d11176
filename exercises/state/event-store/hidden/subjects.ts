import * as foldedAhead from './alternatives/folded-ahead.ts'
import * as logStore from './alternatives/one-log.ts'
import * as addsThenLooks from './mutants/adds-then-looks.ts'
import * as afterFrom from './mutants/after-from.ts'
import * as aheadIsFine from './mutants/ahead-is-fine.ts'
import * as allOnSnapshot from './mutants/all-on-snapshot.ts'
import * as appliesAgain from './mutants/applies-again.ts'
import * as asStored from './mutants/as-stored.ts'
import * as behindIsFine from './mutants/behind-is-fine.ts'
import * as believesAll from './mutants/believes-all.ts'
import * as castTwice from './mutants/cast-twice.ts'
import * as checkpointAgain from './mutants/checkpoint-again.ts'
import * as checkpointPlace from './mutants/checkpoint-place.ts'
import * as checkpointState from './mutants/checkpoint-state.ts'
import * as commandsOfAll from './mutants/commands-of-all.ts'
import * as conflictFirst from './mutants/conflict-first.ts'
import * as countedAnew from './mutants/counted-anew.ts'
import * as countsFirst from './mutants/counts-first.ts'
import * as emptyRefused from './mutants/empty-refused.ts'
import * as eventSkipped from './mutants/event-skipped.ts'
import * as firstOfBatch from './mutants/first-of-batch.ts'
import * as firstSnapshot from './mutants/first-snapshot.ts'
import * as foldsAndTells from './mutants/folds-and-tells.ts'
import * as fromIgnored from './mutants/from-ignored.ts'
import * as fromTheEnd from './mutants/from-the-end.ts'
import * as fromZero from './mutants/from-zero.ts'
import * as globalVersion from './mutants/global-version.ts'
import * as joinedKey from './mutants/joined-key.ts'
import * as lastCommand from './mutants/last-command.ts'
import * as lastEventTwice from './mutants/last-event-twice.ts'
import * as lastSnapshot from './mutants/last-snapshot.ts'
import * as lastWins from './mutants/last-wins.ts'
import * as movesOn from './mutants/moves-on.ts'
import * as needsName from './mutants/needs-name.ts'
import * as neverUsed from './mutants/never-used.ts'
import * as newestOnlyCast from './mutants/newest-only-cast.ts'
import * as noCheckpoint from './mutants/no-checkpoint.ts'
import * as noMemory from './mutants/no-memory.ts'
import * as oneLog from './mutants/one-log.ts'
import * as onlyOlder from './mutants/only-older.ts'
import * as onlyTheLast from './mutants/only-the-last.ts'
import * as partialBatch from './mutants/partial-batch.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as presentAgain from './mutants/present-again.ts'
import * as putInFront from './mutants/put-in-front.ts'
import * as quietlyRefused from './mutants/quietly-refused.ts'
import * as refusalStands from './mutants/refusal-stands.ts'
import * as repeatAdds from './mutants/repeat-adds.ts'
import * as repeatedIsConflict from './mutants/repeated-is-conflict.ts'
import * as restoredAsStored from './mutants/restored-as-stored.ts'
import * as reversedBatch from './mutants/reversed-batch.ts'
import * as seenIsDone from './mutants/seen-is-done.ts'
import * as sharedStreams from './mutants/shared-streams.ts'
import * as skipsGap from './mutants/skips-gap.ts'
import * as snapshotIsAll from './mutants/snapshot-is-all.ts'
import * as snapshotVersion from './mutants/snapshot-version.ts'
import * as snapshotsOfAll from './mutants/snapshots-of-all.ts'
import * as staysBroken from './mutants/stays-broken.ts'
import * as swallows from './mutants/swallows.ts'
import * as tellsExpected from './mutants/tells-expected.ts'
import * as tellsVersion from './mutants/tells-version.ts'
import * as twoIsNoGap from './mutants/two-is-no-gap.ts'
import * as waitsQuietly from './mutants/waits-quietly.ts'
import * as zeroAnswer from './mutants/zero-answer.ts'
import * as solution from './solution/event-store.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'one-log.ts': logStore,
  'folded-ahead.ts': foldedAhead,
}

const mutants: Record<string, Subject> = {
  'ahead-is-fine.ts': aheadIsFine,
  'behind-is-fine.ts': behindIsFine,
  'last-wins.ts': lastWins,
  'tells-expected.ts': tellsExpected,
  'tells-version.ts': tellsVersion,
  'partial-batch.ts': partialBatch,
  'adds-then-looks.ts': addsThenLooks,
  'no-memory.ts': noMemory,
  'last-command.ts': lastCommand,
  'conflict-first.ts': conflictFirst,
  'present-again.ts': presentAgain,
  'repeated-is-conflict.ts': repeatedIsConflict,
  'repeat-adds.ts': repeatAdds,
  'refusal-stands.ts': refusalStands,
  'commands-of-all.ts': commandsOfAll,
  'joined-key.ts': joinedKey,
  'needs-name.ts': needsName,
  'zero-answer.ts': zeroAnswer,
  'global-version.ts': globalVersion,
  'empty-refused.ts': emptyRefused,
  'one-log.ts': oneLog,
  'plain-object.ts': plainObject,
  'shared-streams.ts': sharedStreams,
  'reversed-batch.ts': reversedBatch,
  'first-of-batch.ts': firstOfBatch,
  'put-in-front.ts': putInFront,
  'from-zero.ts': fromZero,
  'counted-anew.ts': countedAnew,
  'after-from.ts': afterFrom,
  'from-ignored.ts': fromIgnored,
  'from-the-end.ts': fromTheEnd,
  'as-stored.ts': asStored,
  'cast-twice.ts': castTwice,
  'newest-only-cast.ts': newestOnlyCast,
  'restored-as-stored.ts': restoredAsStored,
  'last-event-twice.ts': lastEventTwice,
  'event-skipped.ts': eventSkipped,
  'snapshot-is-all.ts': snapshotIsAll,
  'snapshot-version.ts': snapshotVersion,
  'all-on-snapshot.ts': allOnSnapshot,
  'snapshots-of-all.ts': snapshotsOfAll,
  'never-used.ts': neverUsed,
  'last-snapshot.ts': lastSnapshot,
  'first-snapshot.ts': firstSnapshot,
  'believes-all.ts': believesAll,
  'quietly-refused.ts': quietlyRefused,
  'only-older.ts': onlyOlder,
  'applies-again.ts': appliesAgain,
  'only-the-last.ts': onlyTheLast,
  'skips-gap.ts': skipsGap,
  'waits-quietly.ts': waitsQuietly,
  'moves-on.ts': movesOn,
  'folds-and-tells.ts': foldsAndTells,
  'two-is-no-gap.ts': twoIsNoGap,
  'counts-first.ts': countsFirst,
  'swallows.ts': swallows,
  'stays-broken.ts': staysBroken,
  'seen-is-done.ts': seenIsDone,
  'no-checkpoint.ts': noCheckpoint,
  'checkpoint-state.ts': checkpointState,
  'checkpoint-place.ts': checkpointPlace,
  'checkpoint-again.ts': checkpointAgain,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-event-store-subjects.ts: ${file} is not in the table`)
}
