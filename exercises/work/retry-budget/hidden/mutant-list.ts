/** Mistakes that people make, each with the promise that it breaks; those of the design first. */
export const mutants = [
  { file: 'no-jitter.ts', title: 'the wait is always the longest one', promise: 'jitter' },
  { file: 'jitter-on-top.ts', title: 'jitter comes on top of the full wait', promise: 'jitter' },
  {
    file: 'pays-once.ts',
    title: 'the budget counts calls that retry, not their retries',
    promise: 'budget',
  },
  { file: 'retries-refill.ts', title: 'retries fill the budget like calls', promise: 'budget' },
  { file: 'no-deadline.ts', title: 'attempts are not told how long they have', promise: 'outage' },
  {
    file: 'own-timeout.ts',
    title: 'an attempt is waited for beyond the deadline of its call',
    promise: 'deadline',
  },
  { file: 'no-cap.ts', title: 'waits double without end', promise: 'jitter' },
  { file: 'retries-400.ts', title: 'a bad request is made again', promise: 'repeats' },
  { file: 'not-aborted.ts', title: 'who has timed out is not told', promise: 'aborts' },
  {
    file: 'repeats-written.ts',
    title: 'what may have reached the server is sent again, idempotent or not',
    promise: 'repeats',
  },
  {
    file: 'first-unsent.ts',
    title: 'who was not sent once may be repeated for ever',
    promise: 'repeats',
  },
  {
    file: 'never-unsent.ts',
    title: 'a call that is not idempotent is never repeated',
    promise: 'goes-on',
  },
  { file: 'too-many-requests.ts', title: 'a 429 is made again', promise: 'repeats' },
  { file: 'one-more.ts', title: 'the first attempt is not counted', promise: 'one-by-one' },
  { file: 'shared-signal.ts', title: 'all attempts of a call share one signal', promise: 'aborts' },
  {
    file: 'aborts-later.ts',
    title: 'who has timed out is told when the next attempt begins',
    promise: 'aborts',
  },
  {
    file: 'call-deadline.ts',
    title: 'attempts are told the deadline of their call, not their own',
    promise: 'deadline',
  },
  {
    file: 'begins-late.ts',
    title: 'a call that comes after its deadline is tried once',
    promise: 'deadline',
  },
  {
    file: 'at-the-deadline.ts',
    title: 'an attempt may begin at the very deadline',
    promise: 'deadline',
  },
  {
    file: 'waits-in-vain.ts',
    title: 'who has no time for another attempt waits all the same',
    promise: 'at-once',
  },
  { file: 'late-counts.ts', title: 'a late answer ends the call', promise: 'aborts' },
  {
    file: 'late-failure.ts',
    title: 'a failure that comes late is followed by one more attempt',
    promise: 'one-by-one',
  },
  { file: 'first-cause.ts', title: 'the first failure is told, not the last', promise: 'truth' },
  { file: 'nameless-timeout.ts', title: 'a time-out is an error like any other', promise: 'truth' },
  { file: 'throw-escapes.ts', title: 'an attempt that throws ends the call', promise: 'goes-on' },
  {
    file: 'leaks-timeouts.ts',
    title: 'the time-out of an answered attempt is left on the clock',
    promise: 'timers',
  },
  { file: 'half-jitter.ts', title: 'half of the wait is fixed', promise: 'jitter' },
  { file: 'capped-jitter.ts', title: 'the wait is drawn first and capped then', promise: 'jitter' },
  { file: 'one-die.ts', title: 'one number is drawn for all waits of a call', promise: 'jitter' },
  { file: 'linear.ts', title: 'waits grow by the same each time', promise: 'jitter' },
  {
    file: 'retry-after-ignored.ts',
    title: 'whoever asks to be left alone is not heard',
    promise: 'retry-after',
  },
  {
    file: 'retry-after-capped.ts',
    title: 'whoever asks for longer than the cap gets the cap',
    promise: 'retry-after',
  },
  {
    file: 'retry-after-stays.ts',
    title: 'whoever asked once is left alone after each attempt',
    promise: 'retry-after',
  },
  { file: 'own-budget.ts', title: 'every call has a budget of its own', promise: 'crowd' },
  {
    file: 'shared-budget.ts',
    title: 'all callers of a program share one budget',
    promise: 'independent',
  },
  { file: 'saves-up.ts', title: 'a quiet day earns a budget without end', promise: 'budget' },
  {
    file: 'any-part-pays.ts',
    title: 'what is left of a token pays for a whole retry',
    promise: 'budget',
  },
  {
    file: 'success-refills.ts',
    title: 'only calls that succeed fill the budget',
    promise: 'goes-on',
  },
  {
    file: 'pays-for-nothing.ts',
    title: 'a token is taken before it is known whether there is time',
    promise: 'goes-on',
  },
  {
    file: 'takes-later.ts',
    title: 'the token is looked at before the wait and taken after it',
    promise: 'budget',
  },
  {
    file: 'clips-wait.ts',
    title: 'a wait that would reach the deadline is made shorter',
    promise: 'at-once',
  },
  {
    file: 'either-or.ts',
    title: 'where less is asked for than the longest wait, it is not heard',
    promise: 'retry-after',
  },
  {
    file: 'last-failure.ts',
    title: 'at the deadline the failure before it is told',
    promise: 'truth',
  },
] as const

if (mutants.length < 25) throw new Error('sentinel-retry-budget-mutant-list.ts: too few')
