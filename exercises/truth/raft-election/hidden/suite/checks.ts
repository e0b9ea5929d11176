import type { Part } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { answersAll } from './answers.ts'
import { votesAgain, votesAnew } from './grants.ts'
import { grantsGoodLogs, refusesOlderTerm, refusesShorterLog, tellsItsLog } from './logs.ts'
import { countsOnce, forgetsOldVotes, needsMajority, staysDown } from './majority.ts'
import { remembersVote, savesVoteFirst, votesForItself, votesOnce } from './one-vote.ts'
import { endsSplitVotes } from './split-votes.ts'
import { ignoresEarlierTerm, refusesEarlierTerm, remembersTerm } from './terms.ts'
import { asksInSilence, ignoresLosers, keepsCalm, waitsForWinner } from './waits.ts'
import { keepsBeating, leadsAtOnce } from './wins.ts'
import { recovers, repeatsItself, staysSafe } from './worlds.ts'
import { followsRival, refusesStaleLeader, yieldsToNewerTerm } from './yields.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'voting',
    checks: {
      'one vote in a term': votesOnce,
      'a vote survives a restart': remembersVote,
      'a vote is on the disk before it is told': savesVoteFirst,
      'a candidate of an earlier term is refused': refusesEarlierTerm,
      'the term survives a restart': remembersTerm,
      'an older last term is refused, however long the log': refusesOlderTerm,
      'a shorter log of the same last term is refused': refusesShorterLog,
      'a log as good as the own one gets the vote': grantsGoodLogs,
      'a newer term has a vote of its own': votesAnew,
      'who asks again is answered again': votesAgain,
      'every question is answered, a refused one too': answersAll,
    },
  },
  {
    title: 'campaign',
    checks: {
      'a candidate has voted for itself, over a restart too': votesForItself,
      'a candidate tells its own log': tellsItsLog,
      'more than half of all members make a leader, and no fewer': needsMajority,
      'a vote that comes twice counts once': countsOnce,
      'votes of an earlier election do not count': forgetsOldVotes,
      'who gave up is elected no more': staysDown,
      'an earlier term changes nothing': ignoresEarlierTerm,
      'a winner says so once and tells everybody at once': leadsAtOnce,
      'a leader is heard in every stretch of heartbeatMs': keepsBeating,
      'a candidate follows the leader of its term': followsRival,
      'a newer term ends a candidacy and a leadership': yieldsToNewerTerm,
      'a leader of an earlier term is refused and not waited for': refusesStaleLeader,
      'silence leads to an election, and a lost one to another': asksInSilence,
      'heartbeats keep a follower calm': keepsCalm,
      'refused candidates do not hold up an election': ignoresLosers,
      'a granted vote gives its winner time': waitsForWinner,
    },
  },
  {
    title: 'world',
    checks: {
      'the same world runs the same way twice': repeatsItself,
      'a term has one leader, whatever breaks': staysSafe,
      'split votes end': endsSplitVotes,
      'once the faults are over, a majority follows one leader': recovers,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-raft-election-checks.ts: a part without checks')
}
