/** Wrong programs, each with the promise that it breaks first of all. */
export const mutants = [
  { file: 'two-of-one.ts', title: 'a duplicate is a second task', promise: 'accepted-once' },
  { file: 'done-is-new.ts', title: 'an id that is done may come again', promise: 'accepted-once' },
  {
    file: 'refused-is-known.ts',
    title: 'an id that was refused is known from then on',
    promise: 'accepted-once',
  },
  {
    file: 'plain-object.ts',
    title: 'tasks in a plain object, which has a "constructor" already',
    promise: 'accepted-once',
  },
  { file: 'shared-tasks.ts', title: 'all queues share their tasks', promise: 'accepted-once' },
  { file: 'unbounded.ts', title: 'the queue grows without end', promise: 'bounded' },
  {
    file: 'waiting-only.ts',
    title: 'only those that wait take room, so expired ones come back to a full queue',
    promise: 'bounded',
  },
  {
    file: 'copies-take-room.ts',
    title: 'a backup takes room as if it were a task',
    promise: 'bounded',
  },
  {
    file: 'first-copy-stays.ts',
    title: 'the other copy stays leased when one has completed',
    promise: 'counted',
  },
  {
    file: 'back-twice.ts',
    title: 'a task whose two copies expire at once waits twice',
    promise: 'counted',
  },
  {
    file: 'back-to-front.ts',
    title: 'an expired task goes to the front, and the others starve',
    promise: 'in-turn',
  },
  {
    file: 'loser-is-stale.ts',
    title: 'the copy that comes second is told that it is stale',
    promise: 'one-effect',
  },
  { file: 'newest-only.ts', title: 'a backup makes the first copy stale', promise: 'one-effect' },
  {
    file: 'takes-over.ts',
    title: 'a backup ends the lease of the first copy',
    promise: 'one-effect',
  },
  {
    file: 'zombie-counts.ts',
    title: 'a result is taken without a look at its token',
    promise: 'stale',
  },
  {
    file: 'nobody-else-has-it.ts',
    title: 'a late result counts where the task still waits',
    promise: 'stale',
  },
  {
    file: 'result-before-time.ts',
    title: 'a result counts until the next tick, however late it is',
    promise: 'stale',
  },
  {
    file: 'backup-shares.ts',
    title: 'a backup has the token of the first copy',
    promise: 'tokens',
  },
  {
    file: 'tokens-again.ts',
    title: 'tokens begin again when a lease has expired',
    promise: 'tokens',
  },
  {
    file: 'good-at-deadline.ts',
    title: 'a lease is still good at its deadline',
    promise: 'expiry',
  },
  {
    file: 'worker-clock.ts',
    title: 'a lease is measured by when its worker was last heard, so the silent ones keep it',
    promise: 'expiry',
  },
  {
    file: 'slow-heart.ts',
    title: 'a heartbeat counts from the beginning of the lease, so a slow heart dies',
    promise: 'expiry',
  },
  {
    file: 'attempts-reset.ts',
    title: 'attempts are counted anew after each lease, so poison goes round for ever',
    promise: 'poison',
  },
  {
    file: 'dead-while-running.ts',
    title: 'a task without attempts is dead as soon as one of its copies expires',
    promise: 'poison',
  },
  { file: 'heart-resets-age.ts', title: 'a heartbeat makes a copy young again', promise: 'backup' },
  { file: 'age-of-task.ts', title: 'a copy is as old as its task', promise: 'cost' },
  {
    file: 'backup-for-all.ts',
    title: 'every task gets a backup, and everything is done twice',
    promise: 'few',
  },
  {
    file: 'whatever-runs.ts',
    title: 'whatever runs gets a backup when nothing waits',
    promise: 'few',
  },
  { file: 'third-copy.ts', title: 'a backup gets a backup', promise: 'cost' },
  { file: 'helps-itself.ts', title: 'whoever runs a task gets its backup too', promise: 'cost' },
  {
    file: 'backup-is-free.ts',
    title: 'a backup is handed out although no attempt is left',
    promise: 'cost',
  },
  { file: 'never-helps.ts', title: 'nobody ever gets a backup', promise: 'straggler' },
  {
    file: 'one-lease-each.ts',
    title: 'a worker that has a lease gets no other',
    promise: 'in-turn',
  },
  {
    file: 'empty-result.ts',
    title: 'a result without a word is not noticed',
    promise: 'one-effect',
  },
  {
    file: 'token-without-task.ts',
    title: 'a token that is running somewhere counts for every task',
    promise: 'stale',
  },
  {
    file: 'not-again.ts',
    title: 'a task is not given to a worker that let it expire',
    promise: 'expiry',
  },
  { file: 'rounded-average.ts', title: 'the average is rounded up', promise: 'backup' },
  { file: 'median.ts', title: 'the median of the times instead of their average', promise: 'cost' },
  { file: 'one-backup-ever.ts', title: 'a task gets one backup in its life', promise: 'backup' },
  {
    file: 'ever-ran-it.ts',
    title: 'whoever ever ran a task gets no backup of it',
    promise: 'backup',
  },
  { file: 'one-deadline.ts', title: 'both copies of a task have one deadline', promise: 'stale' },
  {
    file: 'one-start.ts',
    title: 'the time of a task counts from its newest copy, whichever completes',
    promise: 'cost',
  },
  {
    file: 'skips-the-next.ts',
    title: 'of two that expire at once one is skipped, since the list is made shorter meanwhile',
    promise: 'expiry',
  },
  { file: 'recent-only.ts', title: 'the average knows the last ten tasks only', promise: 'cost' },
  {
    file: 'loser-in-average.ts',
    title: 'the average knows the copies that came second',
    promise: 'backup',
  },
  {
    file: 'patience-ends.ts',
    title: 'ten leases long a heart may beat, and no longer',
    promise: 'expiry',
  },
  {
    file: 'longest-then-rules.ts',
    title: 'when the one that has run longest may not get a backup, nobody does',
    promise: 'backup',
  },
] as const

const named = new Set(mutants.map(({ file }) => file))
if (named.size < mutants.length) {
  throw new Error('sentinel-task-queue-mutant-list.ts: a file that is named twice')
}
