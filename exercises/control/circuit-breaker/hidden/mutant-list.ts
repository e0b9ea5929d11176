/** Mistakes that people make, each with the promise that it breaks; the ten classics first. */
export const mutants = [
  { file: 'many-tries.ts', title: 'half-open lets everybody through', promise: 'tries' },
  {
    file: 'waits-for-ever.ts',
    title: 'a try that hangs is waited for until it answers',
    promise: 'hung',
  },
  {
    file: 'refusal-restarts.ts',
    title: 'every refused call begins the waiting anew',
    promise: 'world',
  },
  { file: 'in-a-row.ts', title: 'only failures in a row count', promise: 'opens' },
  {
    file: 'tumbling-window.ts',
    title: 'the window begins anew with each windowMs of the clock',
    promise: 'window',
  },
  {
    file: 'late-failure.ts',
    title: 'a call of an earlier state counts in the present one',
    promise: 'counts',
  },
  { file: 'refusal-fails.ts', title: 'a refused call counts as a failure', promise: 'tries' },
  {
    file: 'counts-404.ts',
    title: 'every error counts, whatever isFailure says',
    promise: 'counts',
  },
  { file: 'one-is-enough.ts', title: 'one success closes it', promise: 'decides' },
  {
    file: 'lazy-state.ts',
    title: 'the state changes with the next call, and state tells the old one',
    promise: 'half-open',
  },
  { file: 'more-than-rate.ts', title: 'exactly failureRate is not enough', promise: 'opens' },
  { file: 'since-the-start.ts', title: 'nothing ever leaves the window', promise: 'window' },
  {
    file: 'last-calls.ts',
    title: 'the window holds the last minCalls calls, however old',
    promise: 'window',
  },
  { file: 'excused-is-ok.ts', title: 'an excused error counts as a success', promise: 'counts' },
  {
    file: 'throw-is-nothing.ts',
    title: 'what fn throws at once does not count',
    promise: 'counts',
  },
  {
    file: 'same-name.ts',
    title: 'a call that began in another state of the same name counts',
    promise: 'counts',
  },
  {
    file: 'place-kept.ts',
    title: 'calls that began while it was closed hold the places of a half-open one',
    promise: 'counts',
  },
  { file: 'throw-escapes.ts', title: 'call throws what fn throws at once', promise: 'through' },
  {
    file: 'always-few.ts',
    title: 'a closed breaker, too, lets only halfOpenMax calls through at a time',
    promise: 'through',
  },
  {
    file: 'calls-anyway.ts',
    title: 'fn is called, and its answer is thrown away',
    promise: 'refuses',
  },
  { file: 'too-late.ts', title: 'half-open one millisecond late', promise: 'half-open' },
  { file: 'few-in-all.ts', title: 'halfOpenMax tries in all, not at a time', promise: 'tries' },
  {
    file: 'excused-keeps-place.ts',
    title: 'an excused error does not give its place back',
    promise: 'tries',
  },
  {
    file: 'looks-then-waits.ts',
    title: 'looks for a free place, and takes it a moment later',
    promise: 'tries',
  },
  {
    file: 'rate-while-half-open.ts',
    title: 'half-open, it takes minCalls and failureRate to open it',
    promise: 'decides',
  },
  {
    file: 'keeps-window.ts',
    title: 'what was in the window is there again when it closes',
    promise: 'decides',
  },
  {
    file: 'first-opening-counts.ts',
    title: 'the second opening is measured from the first',
    promise: 'decides',
  },
  {
    file: 'hung-is-free.ts',
    title: 'a try that hangs gives its place back, and is no failure',
    promise: 'hung',
  },
  {
    file: 'hung-while-closed.ts',
    title: 'calls of a closed breaker have failed after openMs, too',
    promise: 'hung',
  },
  {
    file: 'tells-first.ts',
    title: 'listeners are told before the state is changed',
    promise: 'told',
  },
  { file: 'only-asked.ts', title: 'half-open is told when somebody asks', promise: 'told' },
  {
    file: 'skips-next.ts',
    title: 'who unsubscribes meanwhile makes the next one miss the change',
    promise: 'told',
  },
  { file: 'shared-state.ts', title: 'all breakers share one state', promise: 'independent' },
  {
    file: 'ten-buckets.ts',
    title: 'calls are kept in ten buckets, which leave the window as a whole',
    promise: 'window',
  },
  {
    file: 'one-timer.ts',
    title: 'one timer for all tries: the next one takes it over',
    promise: 'hung',
  },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-circuit-breaker-mutant-list.ts: a file is listed twice')
}
