/** Mistakes that people make, each with the promise that it breaks; the ten classics first. */
export const mutants = [
  {
    file: 'stampede.ts',
    title: 'nobody waits for anybody: who finds nothing loads',
    promise: 'one-load',
  },
  {
    file: 'poisoned-key.ts',
    title: 'a load that has failed is waited for ever after',
    promise: 'failed',
  },
  {
    file: 'load-goes-on.ts',
    title: 'an invalidation does not look at the load that is under way',
    promise: 'invalidated',
  },
  { file: 'first-in-first-out.ts', title: 'the oldest value goes, used or not', promise: 'least' },
  { file: 'one-too-many.ts', title: 'there is room for one more than asked for', promise: 'room' },
  {
    file: 'age-from-request.ts',
    title: 'a value is as old as the request for it',
    promise: 'kept',
  },
  {
    file: 'expired-is-used.ts',
    title: 'who finds a value too old has used it all the same',
    promise: 'least',
  },
  { file: 'failure-is-kept.ts', title: 'a failure is kept as long as a value', promise: 'failed' },
  { file: 'undefined-is-nothing.ts', title: 'undefined is taken for no value', promise: 'kept' },
  {
    file: 'border-is-given.ts',
    title: 'a value is given once more in the millisecond in which it is too old',
    promise: 'too-old',
  },
  {
    file: 'each-use-renews.ts',
    title: 'a value that is used is as good as new',
    promise: 'too-old',
  },
  {
    file: 'never-too-old.ts',
    title: 'the age is looked at when there is no room, and not when somebody asks',
    promise: 'too-old',
  },
  {
    file: 'old-alarm.ts',
    title: 'the alarm of a value that is gone ends the one that came after it',
    promise: 'kept',
  },
  {
    file: 'refresh-ahead.ts',
    title: 'a value is loaded anew when half of its time is over',
    promise: 'kept',
  },
  { file: 'shared-values.ts', title: 'all caches share their values', promise: 'own' },
  {
    file: 'plain-object.ts',
    title: 'loads in a plain object, which has a "constructor" already',
    promise: 'told',
  },
  {
    file: 'one-load-for-all.ts',
    title: 'whoever asks while anything is loaded waits for that',
    promise: 'own',
  },
  {
    file: 'told-before-held.ts',
    title: 'who waits is told first, and the value is held a moment later',
    promise: 'one-load',
  },
  {
    file: 'one-after-the-other.ts',
    title: 'a load begins when the one before it has ended',
    promise: 'goes-on',
  },
  {
    file: 'clears-up-after-others.ts',
    title: 'an old load that ends takes the note of the new one away',
    promise: 'one-load',
  },
  {
    file: 'same-millisecond.ts',
    title: 'an invalidation in the millisecond in which a load began is not later',
    promise: 'invalidated',
  },
  {
    file: 'one-era-for-all.ts',
    title: 'an invalidation of one key overtakes the loads of all',
    promise: 'kept',
  },
  {
    file: 'only-where-held.ts',
    title: 'an invalidation of what is not held does nothing',
    promise: 'invalidated',
  },
  {
    file: 'rejects-the-overtaken.ts',
    title: 'who waits for a load that is overtaken gets an error',
    promise: 'told',
  },
  {
    file: 'marked-and-waited-for.ts',
    title: 'a load that was invalidated is not held, and is waited for all the same',
    promise: 'invalidated',
  },
  {
    file: 'checks-too-early.ts',
    title: 'a moment lies between the look at the load and the note of its value',
    promise: 'invalidated',
  },
  {
    file: 'throw-escapes.ts',
    title: 'a load that throws at once throws out of get',
    promise: 'failed',
  },
  {
    file: 'error-of-its-own.ts',
    title: 'who waits gets another error than that of the load',
    promise: 'told',
  },
  {
    file: 'others-hang.ts',
    title: 'only who has begun the load hears that it has failed',
    promise: 'told',
  },
  { file: 'loads-take-room.ts', title: 'a load that is under way takes room', promise: 'room' },
  { file: 'size-with-the-old.ts', title: 'size counts what is too old', promise: 'room' },
  {
    file: 'makes-room-first.ts',
    title: 'a value goes before a new one comes, also where it takes the place of its own old one',
    promise: 'room',
  },
  {
    file: 'time-of-use.ts',
    title: 'what was used in the same millisecond counts as used together',
    promise: 'least',
  },
  {
    file: 'stale-is-unused.ts',
    title: 'who is given a stale value has not used it',
    promise: 'least',
  },
  {
    file: 'stale-from-the-start.ts',
    title: 'staleMs is counted from the end of the load, as ttlMs is',
    promise: 'stale',
  },
  {
    file: 'stale-and-left.ts',
    title: 'a stale value is given, and nothing is loaded',
    promise: 'stale',
  },
  {
    file: 'gone-is-overtaken.ts',
    title: 'a value that has to go takes the load of its key with it',
    promise: 'one-load',
  },
  {
    file: 'stale-waits.ts',
    title: 'who finds a stale value waits for the new one',
    promise: 'stale',
  },
  {
    file: 'stale-stampede.ts',
    title: 'everybody who is given a stale value loads a new one',
    promise: 'one-load',
  },
  {
    file: 'failure-takes-the-old.ts',
    title: 'a load that fails takes the stale value with it',
    promise: 'stale',
  },
  {
    file: 'failure-renews.ts',
    title: 'a stale value is given for longer, if a new one cannot be loaded',
    promise: 'too-old',
  },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-cache-mutant-list.ts: a file is listed twice')
}
