/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'quorum',
  version: 1,
  parts: [
    { id: 'arithmetic', title: 'Arithmetic', exports: ['majority', 'overlaps'], stretch: false },
    {
      id: 'counting',
      title: 'Counting',
      exports: ['hasQuorum', 'createCollector'],
      stretch: false,
    },
    { id: 'reading', title: 'Reading', exports: ['newest'], stretch: false },
  ],
  promises: [
    {
      id: 'quorums-meet',
      text: 'Two majorities always share a member, and so do reads and writes that overlap.',
      kind: 'safety',
    },
    {
      id: 'no-larger',
      text: 'A quorum is no larger than it must be.',
      kind: 'liveness',
    },
    {
      id: 'independent',
      text: 'Every call and every collector starts from nothing.',
      kind: 'safety',
    },
    {
      id: 'enough-members',
      text: 'Members decide, each once, with its first word: as many as are needed, and nobody else.',
      kind: 'safety',
    },
    {
      id: 'stays-decided',
      text: 'What a collector has decided stays decided.',
      kind: 'safety',
    },
    {
      id: 'at-once',
      text: 'What is decided is said at once: with the vote that makes it so.',
      kind: 'liveness',
    },
    {
      id: 'newest',
      text: 'A read is what r replicas know: the newest value, in whatever order they reply.',
      kind: 'safety',
    },
    {
      id: 'answers',
      text: 'r replicas are enough for a read.',
      kind: 'liveness',
    },
    {
      id: 'repair',
      text: 'Every replica that is behind is named, and nobody else.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'arithmetic > any two majorities share a member',
      promise: 'quorums-meet',
      part: 'arithmetic',
      points: 6,
    },
    {
      id: 'arithmetic > no smaller number would do',
      promise: 'no-larger',
      part: 'arithmetic',
      points: 4,
    },
    {
      id: 'arithmetic > where overlaps says yes, reads and writes meet',
      promise: 'quorums-meet',
      part: 'arithmetic',
      points: 5,
    },
    {
      id: 'arithmetic > where overlaps says no, they can miss each other',
      promise: 'no-larger',
      part: 'arithmetic',
      points: 5,
    },
    {
      id: 'counting > every call and every collector starts from nothing',
      promise: 'independent',
      part: 'counting',
      points: 4,
    },
    {
      id: 'counting > hasQuorum counts members that said yes, each once',
      promise: 'enough-members',
      part: 'counting',
      points: 8,
    },
    {
      id: 'counting > hasQuorum sees a quorum that is there',
      promise: 'at-once',
      part: 'counting',
      points: 6,
    },
    {
      id: 'counting > a collector decides on the first words of members',
      promise: 'enough-members',
      part: 'counting',
      points: 8,
    },
    {
      id: 'counting > what a collector has decided stays',
      promise: 'stays-decided',
      part: 'counting',
      points: 6,
    },
    {
      id: 'counting > reached comes with the vote that makes it so',
      promise: 'at-once',
      part: 'counting',
      points: 8,
    },
    {
      id: 'counting > impossible comes with the vote that makes it so',
      promise: 'at-once',
      part: 'counting',
      points: 8,
    },
    {
      id: 'reading > every read starts from nothing',
      promise: 'independent',
      part: 'reading',
      points: 2,
    },
    {
      id: 'reading > fewer than r replicas give null',
      promise: 'newest',
      part: 'reading',
      points: 5,
    },
    {
      id: 'reading > the newest value wins in any order',
      promise: 'newest',
      part: 'reading',
      points: 9,
    },
    {
      id: 'reading > r replicas are enough',
      promise: 'answers',
      part: 'reading',
      points: 6,
    },
    {
      id: 'reading > the stale are all that are behind and nobody else',
      promise: 'repair',
      part: 'reading',
      points: 10,
    },
  ],
  mutants: [
    {
      file: 'half.ts',
      title: 'half is taken for a majority: two of four',
      promise: 'quorums-meet',
    },
    {
      file: 'floor-half.ts',
      title: 'half, rounded down',
      promise: 'quorums-meet',
    },
    {
      file: 'ge.ts',
      title: 'r + w = n is thought to be enough',
      promise: 'quorums-meet',
    },
    {
      file: 'dups.ts',
      title: 'an answer that comes twice counts twice',
      promise: 'enough-members',
    },
    {
      file: 'nacks.ts',
      title: 'whoever answers counts, whatever it says',
      promise: 'enough-members',
    },
    {
      file: 'strangers.ts',
      title: 'anybody counts, member or not',
      promise: 'enough-members',
    },
    {
      file: 'shrinking.ts',
      title: 'more than half of those who answered: each side of a cut has that',
      promise: 'enough-members',
    },
    {
      file: 'flip-nack.ts',
      title: 'a no takes back an earlier yes',
      promise: 'stays-decided',
    },
    {
      file: 'late-impossible.ts',
      title: 'impossible only after everybody has answered',
      promise: 'at-once',
    },
    {
      file: 'first-reply.ts',
      title: 'the first reply is taken, not the newest',
      promise: 'newest',
    },
    {
      file: 'most-common.ts',
      title: 'the value that most replicas hold',
      promise: 'newest',
    },
    {
      file: 'ts-only.ts',
      title: 'between equal timestamps the order of arrival decides',
      promise: 'newest',
    },
    {
      file: 'round-up.ts',
      title: 'half rounded up, and one more',
      promise: 'no-larger',
    },
    {
      file: 'two-majorities.ts',
      title: 'reads and writes both have to be majorities',
      promise: 'no-larger',
    },
    {
      file: 'writes-meet-too.ts',
      title: 'asks of writes that they meet each other as well',
      promise: 'no-larger',
    },
    {
      file: 'write-majority.ts',
      title: 'a majority of writes is thought to reach every read',
      promise: 'quorums-meet',
    },
    {
      file: 'last-word.ts',
      title: 'the last word of a member stands',
      promise: 'enough-members',
    },
    {
      file: 'exact-need.ts',
      title: 'exactly as many as needed, so that one more undoes it',
      promise: 'stays-decided',
    },
    {
      file: 'ignored-pending.ts',
      title: 'an answer that does not count is answered with pending',
      promise: 'stays-decided',
    },
    {
      file: 'late-start.ts',
      title: 'the state is only looked at when a vote counts',
      promise: 'at-once',
    },
    {
      file: 'shared-votes.ts',
      title: 'all collectors share one map of votes',
      promise: 'independent',
    },
    {
      file: 'first-no.ts',
      title: 'a single no ends it',
      promise: 'enough-members',
    },
    {
      file: 'stranger-nacks.ts',
      title: 'a no of somebody who is not asked counts',
      promise: 'enough-members',
    },
    {
      file: 'nack-twice.ts',
      title: 'a no that comes twice counts twice',
      promise: 'enough-members',
    },
    {
      file: 'only-on-no.ts',
      title: 'impossible is told to the one who says no, and forgotten',
      promise: 'stays-decided',
    },
    {
      file: 'no-majority.ts',
      title: 'impossible is a majority of no, whatever is needed',
      promise: 'enough-members',
    },
    {
      file: 'own-majority.ts',
      title: 'the collector needs a majority, whatever it was asked for',
      promise: 'enough-members',
    },
    {
      file: 'waits-for-all.ts',
      title: 'nothing is decided before everybody has answered',
      promise: 'at-once',
    },
    {
      file: 'veto.ts',
      title: 'one no undoes a quorum',
      promise: 'at-once',
    },
    {
      file: 'plain-object.ts',
      title: 'votes in a plain object: "constructor" has voted already',
      promise: 'at-once',
    },
    {
      file: 'replies-counted.ts',
      title: 'two replies of one replica pass for two replicas',
      promise: 'newest',
    },
    {
      file: 'last-of-each.ts',
      title: 'the last reply of a replica hides an earlier and newer one',
      promise: 'newest',
    },
    {
      file: 'first-r.ts',
      title: 'only the first r replies are looked at',
      promise: 'newest',
    },
    {
      file: 'falsy-value.ts',
      title: 'a value that is falsy passes for none',
      promise: 'answers',
    },
    {
      file: 'zero-ts.ts',
      title: 'the search starts at timestamp 0, and finds nothing that is not above',
      promise: 'answers',
    },
    {
      file: 'lowest-id.ts',
      title: 'between equal timestamps the smaller id wins',
      promise: 'newest',
    },
    {
      file: 'tie-by-value.ts',
      title: 'between equal timestamps the larger value wins',
      promise: 'newest',
    },
    {
      file: 'text-ts.ts',
      title: 'timestamps compared as text: nine is more than ten',
      promise: 'newest',
    },
    {
      file: 'read-object.ts',
      title: 'replies in a plain object: "constructor" has replied already',
      promise: 'answers',
    },
    {
      file: 'all-but-best.ts',
      title: 'everybody but the winner is called stale',
      promise: 'repair',
    },
    {
      file: 'stale-by-value.ts',
      title: 'whoever holds another value is called stale, and nobody else',
      promise: 'repair',
    },
    {
      file: 'stale-replies.ts',
      title: 'old replies are called stale, not replicas',
      promise: 'repair',
    },
    {
      file: 'arrival-order.ts',
      title: 'the stale in order of arrival',
      promise: 'repair',
    },
    {
      file: 'dictionary-order.ts',
      title: 'the stale as a dictionary sorts them',
      promise: 'repair',
    },
    {
      file: 'remembered-read.ts',
      title: 'the newest value ever read is kept for the next reader',
      promise: 'independent',
    },
  ],
  alternatives: [
    { file: 'tally-class.ts', style: 'a class that counts down as votes come in; sorts to read' },
    { file: 'replayed.ts', style: 'pure functions; a collector that counts all votes anew' },
    { file: 'slots.ts', style: 'a prototype with a slot for each member; one pass over replies' },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-quorum-manifest.ts: ${points} points, not 100`)
