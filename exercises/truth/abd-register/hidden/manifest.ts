/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'abd-register',
  version: 1,
  parts: [
    { id: 'replica', title: 'Replica', exports: ['createReplica'], stretch: false },
    { id: 'client', title: 'Client', exports: ['createClient'], stretch: false },
    {
      id: 'register',
      title: 'The register',
      exports: ['createReplica', 'createClient'],
      stretch: false,
    },
  ],
  promises: [
    {
      id: 'answers',
      text: 'A replica answers every request in the same step, with what it holds.',
      kind: 'liveness',
    },
    {
      id: 'newest',
      text: 'A replica keeps the value with the largest timestamp.',
      kind: 'safety',
    },
    {
      id: 'durable',
      text: 'What a replica has said, it still holds after a crash.',
      kind: 'safety',
    },
    {
      id: 'timestamp',
      text: 'A write is newer than all that its majority held, and stays the same write.',
      kind: 'safety',
    },
    {
      id: 'newest-read',
      text: 'A read gives the newest value that its majority holds.',
      kind: 'safety',
    },
    {
      id: 'majority',
      text: 'Nothing is decided before a majority of the replicas has answered this very request.',
      kind: 'safety',
    },
    {
      id: 'resends',
      text: 'A lost message costs time, and never the call.',
      kind: 'liveness',
    },
    {
      id: 'linearizable',
      text: 'Reads and writes look as if they happened one at a time, in one place.',
      kind: 'safety',
    },
    {
      id: 'write-back',
      text: 'A read is answered only when a majority holds what it gives.',
      kind: 'safety',
    },
    {
      id: 'available',
      text: 'Every call ends while a majority is up.',
      kind: 'liveness',
    },
    {
      id: 'round-trips',
      text: 'A call takes two round trips at most, also while a minority is down.',
      kind: 'performance',
    },
  ],
  tests: [
    { id: 'replica > begins with nothing', promise: 'answers', part: 'replica', points: 2 },
    {
      id: 'replica > answers every request under its id',
      promise: 'answers',
      part: 'replica',
      points: 4,
    },
    { id: 'replica > keeps the larger counter', promise: 'newest', part: 'replica', points: 4 },
    {
      id: 'replica > of equal counters it keeps the larger client',
      promise: 'newest',
      part: 'replica',
      points: 4,
    },
    {
      id: 'replica > still holds after a crash what it has said',
      promise: 'durable',
      part: 'replica',
      points: 6,
    },
    {
      id: 'client > a write is newer than all that a majority held',
      promise: 'timestamp',
      part: 'client',
      points: 7,
    },
    {
      id: 'client > a write that is sent again keeps its timestamp',
      promise: 'timestamp',
      part: 'client',
      points: 5,
    },
    {
      id: 'client > a read gives the newest value of its majority',
      promise: 'newest-read',
      part: 'client',
      points: 5,
    },
    { id: 'client > no majority, no answer', promise: 'majority', part: 'client', points: 4 },
    { id: 'client > a replica counts once', promise: 'majority', part: 'client', points: 4 },
    { id: 'client > a late reply does not count', promise: 'majority', part: 'client', points: 4 },
    {
      id: 'client > whoever is silent is asked again',
      promise: 'resends',
      part: 'client',
      points: 11,
    },
    {
      id: 'register > looks like one register in one place',
      promise: 'linearizable',
      part: 'register',
      points: 10,
    },
    {
      id: 'register > a read leaves its value with a majority',
      promise: 'write-back',
      part: 'register',
      points: 7,
    },
    {
      id: 'register > a minority that is down stops nobody',
      promise: 'available',
      part: 'register',
      points: 6,
    },
    {
      id: 'register > every call ends once the faults are over',
      promise: 'available',
      part: 'register',
      points: 5,
    },
    {
      id: 'register > no call takes more than two round trips',
      promise: 'round-trips',
      part: 'register',
      points: 12,
    },
  ],
  mutants: [
    {
      file: 'no-write-back.ts',
      title: 'a read answers at once: the next one may see less',
      promise: 'linearizable',
    },
    {
      file: 'local-counter.ts',
      title: 'a write takes its timestamp from a counter of its own',
      promise: 'timestamp',
    },
    {
      file: 'wall-clock.ts',
      title: 'a write takes its timestamp from the clock of its machine',
      promise: 'timestamp',
    },
    {
      file: 'hasty-write-back.ts',
      title: 'a read tells the stale replicas, and does not wait for them',
      promise: 'write-back',
    },
    {
      file: 'tie-by-value.ts',
      title: 'of equal counters the larger value wins, not the larger client',
      promise: 'newest',
    },
    {
      file: 'any-reply.ts',
      title: 'whatever comes is counted, also what answers an earlier request',
      promise: 'majority',
    },
    {
      file: 'reborn-write.ts',
      title: 'a write that is not done in time starts anew, with a new timestamp',
      promise: 'timestamp',
    },
    { file: 'half.ts', title: 'half of the replicas count as a majority', promise: 'majority' },
    { file: 'counts-twice.ts', title: 'replies are counted, not replicas', promise: 'majority' },
    {
      file: 'ack-first.ts',
      title: 'a replica acknowledges first and syncs its disk afterwards',
      promise: 'durable',
    },
    {
      file: 'no-sync.ts',
      title: 'a replica writes to its disk and never syncs it',
      promise: 'durable',
    },
    { file: 'in-memory.ts', title: 'a replica keeps its value in memory', promise: 'durable' },
    {
      file: 'value-only.ts',
      title: 'a replica keeps the value on its disk and forgets when it was written',
      promise: 'durable',
    },
    {
      file: 'two-syncs.ts',
      title: 'a replica syncs the timestamp before it writes the value',
      promise: 'durable',
    },
    {
      file: 'overwrites.ts',
      title: 'a replica keeps what came last, not what is newest',
      promise: 'newest',
    },
    {
      file: 'counter-only.ts',
      title: 'of equal counters the first to come stays',
      promise: 'newest',
    },
    {
      file: 'counter-or-equal.ts',
      title: 'of equal counters the last to come wins',
      promise: 'newest',
    },
    {
      file: 'text-order.ts',
      title: 'timestamps compared as text: ten is older than nine',
      promise: 'newest',
    },
    {
      file: 'silent-when-old.ts',
      title: 'a replica does not answer a Put that is old news',
      promise: 'answers',
    },
    {
      file: 'shared-memory.ts',
      title: 'all replicas of a process share one value',
      promise: 'answers',
    },
    {
      file: 'most-common.ts',
      title: 'a read gives the value that most replicas hold',
      promise: 'newest-read',
    },
    {
      file: 'first-of-equals.ts',
      title: 'a client does not look at the client id of two equal counters',
      promise: 'newest-read',
    },
    { file: 'falsy.ts', title: 'an empty text is read as null', promise: 'newest-read' },
    { file: 'one-is-enough.ts', title: 'a call ends with the first reply', promise: 'majority' },
    {
      file: 'gives-up.ts',
      title: 'after a second a call ends with what it has',
      promise: 'majority',
    },
    {
      file: 'by-kind.ts',
      title: 'a Value is taken for the answer to any Get, an Ack for that to any Put',
      promise: 'majority',
    },
    {
      file: 'new-write-back.ts',
      title: 'a read writes back with a timestamp of its own',
      promise: 'write-back',
    },
    {
      file: 'late-value.ts',
      title: 'a read gives the newest value it heard of, also one that it did not write back',
      promise: 'write-back',
    },
    {
      file: 'same-counter.ts',
      title: 'a read saves its second round when all counters are equal, whoever wrote',
      promise: 'write-back',
    },
    { file: 'never-resends.ts', title: 'what is lost is lost', promise: 'resends' },
    {
      file: 'resends-once.ts',
      title: 'the silent ones are asked a second time, and not a third',
      promise: 'resends',
    },
    {
      file: 'only-repliers.ts',
      title: 'the second round goes to those who answered the first',
      promise: 'resends',
    },
    {
      file: 'waits-for-all.ts',
      title: 'everybody is waited for, and a majority is enough only when time is up',
      promise: 'round-trips',
    },
    {
      file: 'one-by-one.ts',
      title: 'the replicas are asked one after the other',
      promise: 'round-trips',
    },
  ],
  alternatives: [
    {
      file: 'queued-class.ts',
      style: 'classes, and a promise for each reply; the disk is the replica',
    },
    { file: 'state-machine.ts', style: 'callbacks and one state; one round trip when all agree' },
    {
      file: 'known-holders.ts',
      style: 'counts who holds what; replicas pass on what is new to them',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-abd-register-manifest.ts: ${points} points, not 100`)
