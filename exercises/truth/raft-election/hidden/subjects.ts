import type { Subject } from '../scenario.ts'
import * as ownPace from './alternatives/own-pace.ts'
import * as preVote from './alternatives/pre-vote.ts'
import * as pureStep from './alternatives/pure-step.ts'
import * as ticking from './alternatives/ticking.ts'
import * as widening from './alternatives/widening.ts'
import * as acceptStaleLeader from './mutants/accept-stale-leader.ts'
import * as blankLog from './mutants/blank-log.ts'
import * as carriedLeader from './mutants/carried-leader.ts'
import * as countStaleVotes from './mutants/count-stale-votes.ts'
import * as deafToAnswers from './mutants/deaf-to-answers.ts'
import * as doubleVote from './mutants/double-vote.ts'
import * as falsyId from './mutants/falsy-id.ts'
import * as fixedTimeout from './mutants/fixed-timeout.ts'
import * as followClearsVote from './mutants/follow-clears-vote.ts'
import * as grantNoReset from './mutants/grant-no-reset.ts'
import * as ignoresRival from './mutants/ignores-rival.ts'
import * as keepVote from './mutants/keep-vote.ts'
import * as lateSync from './mutants/late-sync.ts'
import * as lateVictory from './mutants/late-victory.ts'
import * as logLenOnly from './mutants/log-len-only.ts'
import * as noLogCheck from './mutants/no-log-check.ts'
import * as oneMore from './mutants/one-more.ts'
import * as oneShot from './mutants/one-shot.ts'
import * as ownDice from './mutants/own-dice.ts'
import * as ownVoteUnsaved from './mutants/own-vote-unsaved.ts'
import * as quorumHalf from './mutants/quorum-half.ts'
import * as refusesAgain from './mutants/refuses-again.ts'
import * as resetOnAnyRv from './mutants/reset-on-any-rv.ts'
import * as responders from './mutants/responders.ts'
import * as silentRefusal from './mutants/silent-refusal.ts'
import * as silentWin from './mutants/silent-win.ts'
import * as staleLeaderResets from './mutants/stale-leader-resets.ts'
import * as staleLowers from './mutants/stale-lowers.ts'
import * as staleTermVote from './mutants/stale-term-vote.ts'
import * as strictLog from './mutants/strict-log.ts'
import * as termPersist from './mutants/term-persist.ts'
import * as voteCountDup from './mutants/vote-count-dup.ts'
import * as votePersist from './mutants/vote-persist.ts'
import * as winsAgain from './mutants/wins-again.ts'
import * as wrongTermReply from './mutants/wrong-term-reply.ts'
import * as solution from './solution/raft-election.ts'

/** Every hidden subject, checked against what the scenario asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'pure-step.ts': pureStep,
  'pre-vote.ts': preVote,
  'ticking.ts': ticking,
  'widening.ts': widening,
  'own-pace.ts': ownPace,
}

const mutants: Record<string, Subject> = {
  'double-vote.ts': doubleVote,
  'vote-persist.ts': votePersist,
  'term-persist.ts': termPersist,
  'no-log-check.ts': noLogCheck,
  'log-len-only.ts': logLenOnly,
  'count-stale-votes.ts': countStaleVotes,
  'vote-count-dup.ts': voteCountDup,
  'stale-term-vote.ts': staleTermVote,
  'accept-stale-leader.ts': acceptStaleLeader,
  'fixed-timeout.ts': fixedTimeout,
  'reset-on-any-rv.ts': resetOnAnyRv,
  'keep-vote.ts': keepVote,
  'quorum-half.ts': quorumHalf,
  'late-sync.ts': lateSync,
  'own-vote-unsaved.ts': ownVoteUnsaved,
  'follow-clears-vote.ts': followClearsVote,
  'falsy-id.ts': falsyId,
  'stale-lowers.ts': staleLowers,
  'wrong-term-reply.ts': wrongTermReply,
  'blank-log.ts': blankLog,
  'responders.ts': responders,
  'late-victory.ts': lateVictory,
  'own-dice.ts': ownDice,
  'strict-log.ts': strictLog,
  'refuses-again.ts': refusesAgain,
  'one-more.ts': oneMore,
  'silent-win.ts': silentWin,
  'wins-again.ts': winsAgain,
  'deaf-to-answers.ts': deafToAnswers,
  'ignores-rival.ts': ignoresRival,
  'stale-leader-resets.ts': staleLeaderResets,
  'one-shot.ts': oneShot,
  'grant-no-reset.ts': grantNoReset,
  'carried-leader.ts': carriedLeader,
  'silent-refusal.ts': silentRefusal,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-raft-election-subjects.ts: ${file} is not in the table`)
}
