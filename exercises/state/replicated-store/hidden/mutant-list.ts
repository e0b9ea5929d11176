/** Wrong programs, each with the promise that it breaks; the first ten are those of the incidents. */
export const mutants = [
  {
    file: 'ack-before-sync.ts',
    title: 'a write is acknowledged before it is on the disk',
    promise: 'durable',
  },
  {
    file: 'ack-after-send.ts',
    title: 'a write is acknowledged when it has been sent',
    promise: 'acks',
  },
  { file: 'epoch-in-memory.ts', title: 'the epoch is in memory only', promise: 'fenced' },
  {
    file: 'serves-on.ts',
    title: 'whoever hears of a newer epoch notes it, and goes on to lead',
    promise: 'deposed',
  },
  {
    file: 'no-prev-check.ts',
    title: 'entries are taken without a look at what comes before them',
    promise: 'follows',
  },
  {
    file: 'appends-again.ts',
    title: 'what comes is put behind what is there, also when it comes again',
    promise: 'follows',
  },
  {
    file: 'own-log-only.ts',
    title: 'a new leader keeps its own log, and does not look at the others',
    promise: 'leads',
  },
  {
    file: 'live-pointer.ts',
    title: 'a backup is a pointer to the log of whoever restores it',
    promise: 'restore',
  },
  { file: 'restores-all.ts', title: 'a restore does not look at the moment', promise: 'restore' },
  {
    file: 'swallows.ts',
    title: 'a backup that failed is an empty one, and nobody hears of it',
    promise: 'backup',
  },
  {
    file: 'lower-epoch.ts',
    title: 'whatever other epoch comes is taken over, an earlier one too',
    promise: 'fenced',
  },
  {
    file: 'only-on-conflict.ts',
    title: 'what is too much is discarded only when something comes in its place',
    promise: 'follows',
  },
  {
    file: 'truncates.ts',
    title: 'a message that comes late cuts off what came since',
    promise: 'follows',
  },
  {
    file: 'late-save.ts',
    title: 'what is confirmed is on the disk a moment later',
    promise: 'durable',
  },
  { file: 'silent-refusal.ts', title: 'whoever is refused hears nothing', promise: 'answers' },
  { file: 'half.ts', title: 'half of the members are a majority', promise: 'leads' },
  {
    file: 'longest-log.ts',
    title: 'the longest log is the best, whoever wrote it',
    promise: 'leads',
  },
  {
    file: 'async-hasty.ts',
    title: 'in async mode whoever is promoted leads, and asks nobody',
    promise: 'leads',
  },
  {
    file: 'any-confirmation.ts',
    title: 'a confirmation counts for all that is open',
    promise: 'acks',
  },
  {
    file: 'old-confirmations.ts',
    title: 'confirmations of an earlier epoch count',
    promise: 'acks',
  },
  {
    file: 'refuses-and-keeps.ts',
    title: 'whoever does not lead refuses, and writes it down all the same',
    promise: 'acks',
  },
  {
    file: 'refuses-open.ts',
    title: 'a leader that is deposed refuses what it could not finish',
    promise: 'deposed',
  },
  {
    file: 'async-waits.ts',
    title: 'in async mode somebody else is waited for too',
    promise: 'in-time',
  },
  { file: 'never-again.ts', title: 'what is lost is lost', promise: 'tells' },
  {
    file: 'never-goes-back.ts',
    title: 'a leader begins where a peer said that its log ends, and stays there',
    promise: 'tells',
  },
  {
    file: 'one-by-one.ts',
    title: 'each Append has one entry: what a follower had behind it is discarded',
    promise: 'lossless',
  },
  {
    file: 'batches.ts',
    title: 'writes are gathered, and told to the others once a second',
    promise: 'together',
  },
  { file: 'sends-all.ts', title: 'every Append is the whole log', promise: 'spares' },
  {
    file: 'not-tried.ts',
    title: 'a backup is a copy, and nobody tries to replay it',
    promise: 'backup',
  },
  {
    file: 'before-the-moment.ts',
    title: 'what was written in that very moment is left out',
    promise: 'restore',
  },
  { file: 'keeps-later.ts', title: 'what was not there at that moment stays', promise: 'restore' },
  {
    file: 'rewrites.ts',
    title: 'a restore puts the log of that moment in the place of its own',
    promise: 'restore',
  },
  {
    file: 'at-home.ts',
    title: 'a restore is done at the leader, and nobody else hears of it',
    promise: 'restore',
  },
  {
    file: 'plain-object.ts',
    title: 'the state is a plain object, which has a "constructor" already',
    promise: 'restore',
  },
  { file: 'shared-log.ts', title: 'all replicas of a process share one epoch', promise: 'alone' },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-replicated-store-mutant-list.ts: a mutant is listed twice')
}
