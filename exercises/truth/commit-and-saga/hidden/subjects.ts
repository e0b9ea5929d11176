import type { Subject } from '../subject.ts'
import * as journalClass from './alternatives/journal-class.ts'
import * as logsEverything from './alternatives/logs-everything.ts'
import * as pureSteps from './alternatives/pure-steps.ts'
import * as abortMeanwhile from './mutants/abort-meanwhile.ts'
import * as abortsAlone from './mutants/aborts-alone.ts'
import * as commitsAgain from './mutants/commits-again.ts'
import * as commitsAlone from './mutants/commits-alone.ts'
import * as countsVotes from './mutants/counts-votes.ts'
import * as endsAgain from './mutants/ends-again.ts'
import * as forgetsDone from './mutants/forgets-done.ts'
import * as forgetsEmpty from './mutants/forgets-empty.ts'
import * as forgetsItsWord from './mutants/forgets-its-word.ts'
import * as forgetsOthers from './mutants/forgets-others.ts'
import * as forwardBack from './mutants/forward-back.ts'
import * as knowsNothing from './mutants/knows-nothing.ts'
import * as lastCommit from './mutants/last-commit.ts'
import * as majority from './mutants/majority.ts'
import * as neverAsks from './mutants/never-asks.ts'
import * as noLocks from './mutants/no-locks.ts'
import * as notBusy from './mutants/not-busy.ts'
import * as notesFirst from './mutants/notes-first.ts'
import * as ownDice from './mutants/own-dice.ts'
import * as preparesAgain from './mutants/prepares-again.ts'
import * as presumesCommit from './mutants/presumes-commit.ts'
import * as skipsLast from './mutants/skips-last.ts'
import * as startUnsaved from './mutants/start-unsaved.ts'
import * as tellsFirst from './mutants/tells-first.ts'
import * as tellsReaders from './mutants/tells-readers.ts'
import * as threeTries from './mutants/three-tries.ts'
import * as toldOnce from './mutants/told-once.ts'
import * as undoesAgain from './mutants/undoes-again.ts'
import * as undoesFailed from './mutants/undoes-failed.ts'
import * as votesFirst from './mutants/votes-first.ts'
import * as waitsForVotes from './mutants/waits-for-votes.ts'
import * as solution from './solution/commit-and-saga.ts'

/** Every hidden subject, checked against what the scenario asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'journal-class.ts': journalClass,
  'logs-everything.ts': logsEverything,
  'pure-steps.ts': pureSteps,
}

const mutants: Record<string, Subject> = {
  'majority.ts': majority,
  'tells-first.ts': tellsFirst,
  'aborts-alone.ts': abortsAlone,
  'commits-alone.ts': commitsAlone,
  'forgets-its-word.ts': forgetsItsWord,
  'presumes-commit.ts': presumesCommit,
  'forward-back.ts': forwardBack,
  'undoes-failed.ts': undoesFailed,
  'skips-last.ts': skipsLast,
  'three-tries.ts': threeTries,
  'undoes-again.ts': undoesAgain,
  'votes-first.ts': votesFirst,
  'no-locks.ts': noLocks,
  'commits-again.ts': commitsAgain,
  'prepares-again.ts': preparesAgain,
  'counts-votes.ts': countsVotes,
  'last-commit.ts': lastCommit,
  'forgets-done.ts': forgetsDone,
  'abort-meanwhile.ts': abortMeanwhile,
  'knows-nothing.ts': knowsNothing,
  'waits-for-votes.ts': waitsForVotes,
  'told-once.ts': toldOnce,
  'never-asks.ts': neverAsks,
  'tells-readers.ts': tellsReaders,
  'not-busy.ts': notBusy,
  'forgets-empty.ts': forgetsEmpty,
  'notes-first.ts': notesFirst,
  'start-unsaved.ts': startUnsaved,
  'forgets-others.ts': forgetsOthers,
  'ends-again.ts': endsAgain,
  'own-dice.ts': ownDice,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-commit-and-saga-subjects.ts: ${file} is not in the table`)
}
