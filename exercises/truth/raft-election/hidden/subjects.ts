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
import * as deposedSleeps from './mutants/deposed-sleeps.ts'
import * as doubleVote from './mutants/double-vote.ts'
import * as equalTermClears from './mutants/equal-term-clears.ts'
import * as falsyId from './mutants/falsy-id.ts'
import * as fixedTimeout from './mutants/fixed-timeout.ts'
import * as followClearsVote from './mutants/follow-clears-vote.ts'
import * as ghostBeat from './mutants/ghost-beat.ts'
import * as grantNoReset from './mutants/grant-no-reset.ts'
import * as ignoresRival from './mutants/ignores-rival.ts'
import * as keepVote from './mutants/keep-vote.ts'
import * as keptVotes from './mutants/kept-votes.ts'
import * as lateSync from './mutants/late-sync.ts'
import * as lateVictory from './mutants/late-victory.ts'
import * as leaderCampaigns from './mutants/leader-campaigns.ts'
import * as logLenOnly from './mutants/log-len-only.ts'
import * as noLogCheck from './mutants/no-log-check.ts'
import * as oldVoteKept from './mutants/old-vote-kept.ts'
import * as oneMore from './mutants/one-more.ts'
import * as oneShot from './mutants/one-shot.ts'
import * as ownDice from './mutants/own-dice.ts'
import * as ownDisk from './mutants/own-disk.ts'
import * as ownVoteForgotten from './mutants/own-vote-forgotten.ts'
import * as ownVoteUnsaved from './mutants/own-vote-unsaved.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as quorumHalf from './mutants/quorum-half.ts'
import * as refusesAgain from './mutants/refuses-again.ts'
import * as resetOnAnyRv from './mutants/reset-on-any-rv.ts'
import * as responders from './mutants/responders.ts'
import * as selfTwice from './mutants/self-twice.ts'
import * as silentRefusal from './mutants/silent-refusal.ts'
import * as silentWin from './mutants/silent-win.ts'
import * as staleLeaderResets from './mutants/stale-leader-resets.ts'
import * as staleLowers from './mutants/stale-lowers.ts'
import * as staleTermVote from './mutants/stale-term-vote.ts'
import * as strictLog from './mutants/strict-log.ts'
import * as termPersist from './mutants/term-persist.ts'
import * as unsynced from './mutants/unsynced.ts'
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
  'unsynced.ts': unsynced,
  'late-sync.ts': lateSync,
  'own-vote-forgotten.ts': ownVoteForgotten,
  'own-vote-unsaved.ts': ownVoteUnsaved,
  'follow-clears-vote.ts': followClearsVote,
  'equal-term-clears.ts': equalTermClears,
  'falsy-id.ts': falsyId,
  'stale-lowers.ts': staleLowers,
  'wrong-term-reply.ts': wrongTermReply,
  'blank-log.ts': blankLog,
  'self-twice.ts': selfTwice,
  'responders.ts': responders,
  'late-victory.ts': lateVictory,
  'kept-votes.ts': keptVotes,
  'own-disk.ts': ownDisk,
  'own-dice.ts': ownDice,
  'strict-log.ts': strictLog,
  'refuses-again.ts': refusesAgain,
  'one-more.ts': oneMore,
  'silent-win.ts': silentWin,
  'wins-again.ts': winsAgain,
  'leader-campaigns.ts': leaderCampaigns,
  'plain-object.ts': plainObject,
  'deaf-to-answers.ts': deafToAnswers,
  'ignores-rival.ts': ignoresRival,
  'stale-leader-resets.ts': staleLeaderResets,
  'one-shot.ts': oneShot,
  'deposed-sleeps.ts': deposedSleeps,
  'grant-no-reset.ts': grantNoReset,
  'carried-leader.ts': carriedLeader,
  'old-vote-kept.ts': oldVoteKept,
  'silent-refusal.ts': silentRefusal,
  'ghost-beat.ts': ghostBeat,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-raft-election-subjects.ts: ${file} is not in the table`)
}
