import * as ledger from './alternatives/ledger.ts'
import * as slots from './alternatives/slots.ts'
import * as states from './alternatives/states.ts'
import * as ageOfTask from './mutants/age-of-task.ts'
import * as attemptsReset from './mutants/attempts-reset.ts'
import * as backToFront from './mutants/back-to-front.ts'
import * as backTwice from './mutants/back-twice.ts'
import * as backupForAll from './mutants/backup-for-all.ts'
import * as backupIsFree from './mutants/backup-is-free.ts'
import * as backupShares from './mutants/backup-shares.ts'
import * as copiesTakeRoom from './mutants/copies-take-room.ts'
import * as deadWhileRunning from './mutants/dead-while-running.ts'
import * as doneIsNew from './mutants/done-is-new.ts'
import * as emptyResult from './mutants/empty-result.ts'
import * as everRanIt from './mutants/ever-ran-it.ts'
import * as firstCopyStays from './mutants/first-copy-stays.ts'
import * as goodAtDeadline from './mutants/good-at-deadline.ts'
import * as heartResetsAge from './mutants/heart-resets-age.ts'
import * as helpsItself from './mutants/helps-itself.ts'
import * as longestThenRules from './mutants/longest-then-rules.ts'
import * as loserInAverage from './mutants/loser-in-average.ts'
import * as loserIsStale from './mutants/loser-is-stale.ts'
import * as median from './mutants/median.ts'
import * as neverHelps from './mutants/never-helps.ts'
import * as newestOnly from './mutants/newest-only.ts'
import * as nobodyElseHasIt from './mutants/nobody-else-has-it.ts'
import * as notAgain from './mutants/not-again.ts'
import * as oneBackupEver from './mutants/one-backup-ever.ts'
import * as oneDeadline from './mutants/one-deadline.ts'
import * as oneLeaseEach from './mutants/one-lease-each.ts'
import * as oneStart from './mutants/one-start.ts'
import * as patienceEnds from './mutants/patience-ends.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as recentOnly from './mutants/recent-only.ts'
import * as refusedIsKnown from './mutants/refused-is-known.ts'
import * as resultBeforeTime from './mutants/result-before-time.ts'
import * as roundedAverage from './mutants/rounded-average.ts'
import * as sharedTasks from './mutants/shared-tasks.ts'
import * as skipsTheNext from './mutants/skips-the-next.ts'
import * as slowHeart from './mutants/slow-heart.ts'
import * as takesOver from './mutants/takes-over.ts'
import * as thirdCopy from './mutants/third-copy.ts'
import * as tokenWithoutTask from './mutants/token-without-task.ts'
import * as tokensAgain from './mutants/tokens-again.ts'
import * as twoOfOne from './mutants/two-of-one.ts'
import * as unbounded from './mutants/unbounded.ts'
import * as waitingOnly from './mutants/waiting-only.ts'
import * as whateverRuns from './mutants/whatever-runs.ts'
import * as workerClock from './mutants/worker-clock.ts'
import * as zombieCounts from './mutants/zombie-counts.ts'
import * as solution from './solution/task-queue.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'ledger.ts': ledger,
  'states.ts': states,
  'slots.ts': slots,
}

const mutants: Record<string, Subject> = {
  'two-of-one.ts': twoOfOne,
  'done-is-new.ts': doneIsNew,
  'refused-is-known.ts': refusedIsKnown,
  'plain-object.ts': plainObject,
  'shared-tasks.ts': sharedTasks,
  'unbounded.ts': unbounded,
  'waiting-only.ts': waitingOnly,
  'copies-take-room.ts': copiesTakeRoom,
  'first-copy-stays.ts': firstCopyStays,
  'back-twice.ts': backTwice,
  'back-to-front.ts': backToFront,
  'loser-is-stale.ts': loserIsStale,
  'newest-only.ts': newestOnly,
  'takes-over.ts': takesOver,
  'zombie-counts.ts': zombieCounts,
  'nobody-else-has-it.ts': nobodyElseHasIt,
  'result-before-time.ts': resultBeforeTime,
  'backup-shares.ts': backupShares,
  'tokens-again.ts': tokensAgain,
  'good-at-deadline.ts': goodAtDeadline,
  'worker-clock.ts': workerClock,
  'slow-heart.ts': slowHeart,
  'attempts-reset.ts': attemptsReset,
  'dead-while-running.ts': deadWhileRunning,
  'heart-resets-age.ts': heartResetsAge,
  'age-of-task.ts': ageOfTask,
  'backup-for-all.ts': backupForAll,
  'whatever-runs.ts': whateverRuns,
  'third-copy.ts': thirdCopy,
  'helps-itself.ts': helpsItself,
  'backup-is-free.ts': backupIsFree,
  'never-helps.ts': neverHelps,
  'one-lease-each.ts': oneLeaseEach,
  'empty-result.ts': emptyResult,
  'token-without-task.ts': tokenWithoutTask,
  'not-again.ts': notAgain,
  'rounded-average.ts': roundedAverage,
  'median.ts': median,
  'one-backup-ever.ts': oneBackupEver,
  'ever-ran-it.ts': everRanIt,
  'one-deadline.ts': oneDeadline,
  'one-start.ts': oneStart,
  'skips-the-next.ts': skipsTheNext,
  'recent-only.ts': recentOnly,
  'loser-in-average.ts': loserInAverage,
  'patience-ends.ts': patienceEnds,
  'longest-then-rules.ts': longestThenRules,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-task-queue-subjects.ts: ${file} is not in the table`)
}
