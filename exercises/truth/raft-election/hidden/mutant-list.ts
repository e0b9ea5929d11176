/** Wrong programs, each with the promise that it breaks; the first thirteen are the classic ones. */
export const mutants = [
  {
    file: 'double-vote.ts',
    title: 'whoever asks in the present term gets the vote',
    promise: 'one-vote',
  },
  { file: 'vote-persist.ts', title: 'the vote is only in memory', promise: 'one-vote' },
  { file: 'term-persist.ts', title: 'the term is only in memory', promise: 'terms' },
  { file: 'no-log-check.ts', title: 'the log of a candidate is not looked at', promise: 'logs' },
  {
    file: 'log-len-only.ts',
    title: 'the longer log wins, whatever its last term',
    promise: 'logs',
  },
  {
    file: 'count-stale-votes.ts',
    title: 'votes are counted for whatever term they were given',
    promise: 'majority',
  },
  { file: 'vote-count-dup.ts', title: 'votes are counted, not voters', promise: 'majority' },
  {
    file: 'stale-term-vote.ts',
    title: 'a candidate of an earlier term gets the vote too',
    promise: 'terms',
  },
  {
    file: 'accept-stale-leader.ts',
    title: 'every leader is followed, also one of an earlier term',
    promise: 'yields',
  },
  { file: 'fixed-timeout.ts', title: 'everybody waits for the same time', promise: 'split-votes' },
  {
    file: 'reset-on-any-rv.ts',
    title: 'every RequestVote starts the wait anew, granted or not',
    promise: 'waits',
  },
  {
    file: 'keep-vote.ts',
    title: 'a newer term keeps the vote of the one before',
    promise: 'grants',
  },
  { file: 'quorum-half.ts', title: 'half of the members are enough', promise: 'majority' },
  {
    file: 'late-sync.ts',
    title: 'synced once at the end of each step, when the vote has left',
    promise: 'one-vote',
  },
  {
    file: 'own-vote-unsaved.ts',
    title: 'a candidate keeps its vote for itself in memory',
    promise: 'one-vote',
  },
  {
    file: 'follow-clears-vote.ts',
    title: 'following a leader takes the vote of the same term back',
    promise: 'one-vote',
  },
  {
    file: 'falsy-id.ts',
    title: 'the vote for a server whose name is empty counts as none',
    promise: 'one-vote',
  },
  {
    file: 'stale-lowers.ts',
    title: 'any other term is taken over, an earlier one too',
    promise: 'terms',
  },
  {
    file: 'wrong-term-reply.ts',
    title: 'a vote is answered with the term of the question',
    promise: 'answers',
  },
  { file: 'blank-log.ts', title: 'a candidate does not tell its own log', promise: 'logs' },
  { file: 'responders.ts', title: 'a majority of those who answered', promise: 'majority' },
  {
    file: 'late-victory.ts',
    title: 'who gave up is made a leader by late votes',
    promise: 'majority',
  },
  { file: 'own-dice.ts', title: 'Math.random instead of the rng', promise: 'alone' },
  {
    file: 'strict-log.ts',
    title: 'only a newer log gets the vote, not an equal one',
    promise: 'grants',
  },
  {
    file: 'refuses-again.ts',
    title: 'who asks again is refused: the vote is given',
    promise: 'grants',
  },
  { file: 'one-more.ts', title: 'one vote more than a majority', promise: 'wins' },
  { file: 'silent-win.ts', title: 'the first heartbeat comes a heartbeat late', promise: 'wins' },
  { file: 'wins-again.ts', title: 'each further vote is a victory', promise: 'wins' },
  {
    file: 'deaf-to-answers.ts',
    title: 'a newer term in an answer is not heard',
    promise: 'yields',
  },
  {
    file: 'ignores-rival.ts',
    title: 'a candidate does not follow the leader of its term',
    promise: 'yields',
  },
  { file: 'stale-leader-resets.ts', title: 'a refused leader is waited for', promise: 'yields' },
  { file: 'one-shot.ts', title: 'who loses an election never asks again', promise: 'waits' },
  {
    file: 'grant-no-reset.ts',
    title: 'a granted vote does not start the wait anew',
    promise: 'waits',
  },
  {
    file: 'carried-leader.ts',
    title: 'a leader takes over the term of a candidate, and leads on',
    promise: 'majority',
  },
  { file: 'silent-refusal.ts', title: 'whoever is refused hears nothing', promise: 'answers' },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-raft-election-mutant-list.ts: a mutant is listed twice')
}
