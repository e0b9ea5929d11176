import { mutants } from './mutant-list.ts'

/** What is graded: the judge reads this as data. Points follow what a mistake would cost. */
export const manifest = {
  slug: 'raft-election',
  version: 1,
  parts: [
    { id: 'voting', title: 'Voting', exports: ['createRaft'], stretch: false },
    { id: 'campaign', title: 'Campaign', exports: ['createRaft'], stretch: false },
    { id: 'world', title: 'World', exports: ['createRaft'], stretch: false },
  ],
  promises: [
    {
      id: 'one-vote',
      text: 'In one term a server votes once, whatever it forgets in a crash.',
      kind: 'safety',
    },
    {
      id: 'terms',
      text: 'A term is never taken back, and an earlier one changes nothing.',
      kind: 'safety',
    },
    { id: 'logs', text: 'Nobody votes for a log that is behind its own.', kind: 'safety' },
    {
      id: 'majority',
      text: 'A leader has votes of more than half of all members, from its own election.',
      kind: 'safety',
    },
    { id: 'one-leader', text: 'Whatever breaks, a term has one leader.', kind: 'safety' },
    {
      id: 'alone',
      text: 'A server depends on its env alone: the same seed gives the same run.',
      kind: 'safety',
    },
    { id: 'grants', text: 'Whoever may have a vote gets it.', kind: 'liveness' },
    {
      id: 'answers',
      text: 'Every question is answered at once, in the term of the one who answers.',
      kind: 'liveness',
    },
    {
      id: 'wins',
      text: 'A winner leads at once, and is heard for as long as it leads.',
      kind: 'liveness',
    },
    {
      id: 'yields',
      text: 'Whoever hears of a leader or of a newer term follows.',
      kind: 'liveness',
    },
    { id: 'waits', text: 'Silence leads to an election, and nothing else does.', kind: 'liveness' },
    { id: 'split-votes', text: 'Split votes end.', kind: 'liveness' },
    {
      id: 'recovers',
      text: 'Once the faults are over, a majority follows one leader.',
      kind: 'liveness',
    },
  ],
  tests: [
    { id: 'voting > one vote in a term', promise: 'one-vote', part: 'voting', points: 5 },
    { id: 'voting > a vote survives a restart', promise: 'one-vote', part: 'voting', points: 4 },
    {
      id: 'voting > a vote is on the disk before it is told',
      promise: 'one-vote',
      part: 'voting',
      points: 4,
    },
    {
      id: 'voting > a candidate of an earlier term is refused',
      promise: 'terms',
      part: 'voting',
      points: 3,
    },
    { id: 'voting > the term survives a restart', promise: 'terms', part: 'voting', points: 4 },
    {
      id: 'voting > an older last term is refused, however long the log',
      promise: 'logs',
      part: 'voting',
      points: 4,
    },
    {
      id: 'voting > a shorter log of the same last term is refused',
      promise: 'logs',
      part: 'voting',
      points: 4,
    },
    {
      id: 'voting > a log as good as the own one gets the vote',
      promise: 'grants',
      part: 'voting',
      points: 2,
    },
    {
      id: 'voting > a newer term has a vote of its own',
      promise: 'grants',
      part: 'voting',
      points: 2,
    },
    {
      id: 'voting > who asks again is answered again',
      promise: 'grants',
      part: 'voting',
      points: 1,
    },
    {
      id: 'voting > every question is answered, a refused one too',
      promise: 'answers',
      part: 'voting',
      points: 3,
    },
    {
      id: 'campaign > a candidate has voted for itself, over a restart too',
      promise: 'one-vote',
      part: 'campaign',
      points: 4,
    },
    {
      id: 'campaign > a candidate tells its own log',
      promise: 'logs',
      part: 'campaign',
      points: 2,
    },
    {
      id: 'campaign > more than half of all members make a leader, and no fewer',
      promise: 'majority',
      part: 'campaign',
      points: 3,
    },
    {
      id: 'campaign > a vote that comes twice counts once',
      promise: 'majority',
      part: 'campaign',
      points: 3,
    },
    {
      id: 'campaign > votes of an earlier election do not count',
      promise: 'majority',
      part: 'campaign',
      points: 3,
    },
    {
      id: 'campaign > who gave up is elected no more',
      promise: 'majority',
      part: 'campaign',
      points: 4,
    },
    {
      id: 'campaign > an earlier term changes nothing',
      promise: 'terms',
      part: 'campaign',
      points: 3,
    },
    {
      id: 'campaign > a winner says so once and tells everybody at once',
      promise: 'wins',
      part: 'campaign',
      points: 3,
    },
    {
      id: 'campaign > a leader is heard in every stretch of heartbeatMs',
      promise: 'wins',
      part: 'campaign',
      points: 3,
    },
    {
      id: 'campaign > a candidate follows the leader of its term',
      promise: 'yields',
      part: 'campaign',
      points: 2,
    },
    {
      id: 'campaign > a newer term ends a candidacy and a leadership',
      promise: 'yields',
      part: 'campaign',
      points: 4,
    },
    {
      id: 'campaign > a leader of an earlier term is refused and not waited for',
      promise: 'yields',
      part: 'campaign',
      points: 2,
    },
    {
      id: 'campaign > silence leads to an election, and a lost one to another',
      promise: 'waits',
      part: 'campaign',
      points: 2,
    },
    {
      id: 'campaign > heartbeats keep a follower calm',
      promise: 'waits',
      part: 'campaign',
      points: 2,
    },
    {
      id: 'campaign > refused candidates do not hold up an election',
      promise: 'waits',
      part: 'campaign',
      points: 2,
    },
    {
      id: 'campaign > a granted vote gives its winner time',
      promise: 'waits',
      part: 'campaign',
      points: 1,
    },
    {
      id: 'world > the same world runs the same way twice',
      promise: 'alone',
      part: 'world',
      points: 2,
    },
    {
      id: 'world > a term has one leader, whatever breaks',
      promise: 'one-leader',
      part: 'world',
      points: 8,
    },
    { id: 'world > split votes end', promise: 'split-votes', part: 'world', points: 4 },
    {
      id: 'world > once the faults are over, a majority follows one leader',
      promise: 'recovers',
      part: 'world',
      points: 7,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'pure-step.ts',
      style: 'a pure step function that returns what is to be done, as in etcd',
    },
    { file: 'pre-vote.ts', style: 'PreVote: asks whether it could win before it takes a new term' },
    {
      file: 'ticking.ts',
      style: 'one timer that ticks; votes kept by their term; a newer term starts the wait anew',
    },
    {
      file: 'widening.ts',
      style: 'an object for each role, and waits that grow with each lost election',
    },
    {
      file: 'own-pace.ts',
      style: 'asks itself for its vote, flushes at the end of a step, a timer for each peer',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-raft-election-manifest.ts: ${points} points, not 100`)
