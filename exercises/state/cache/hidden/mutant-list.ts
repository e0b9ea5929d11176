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
    file: 'falsy-is-nothing.ts',
    title: 'zero, false and the empty text are taken for no value',
    promise: 'kept',
  },
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
    file: 'no-default.ts',
    title: 'without staleMs the sum of the two times is not a number',
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
  { file: 'empty-key.ts', title: 'an empty key is no key', promise: 'kept' },
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
    file: 'first-load-again.ts',
    title: 'a key is loaded anew by the load that was given first',
    promise: 'one-load',
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
    file: 'noted-late.ts',
    title: 'a load is noted a moment after nothing was found',
    promise: 'one-load',
  },
  {
    file: 'clears-up-after-others.ts',
    title: 'an old load that ends takes the note of the new one away',
    promise: 'one-load',
  },
  {
    file: 'failure-clears-the-key.ts',
    title: 'a load that fails takes away whatever is noted by then',
    promise: 'one-load',
  },
  {
    file: 'anybody-may-hold.ts',
    title: 'an old load holds its value if any load is under way',
    promise: 'invalidated',
  },
  {
    file: 'counted-from-zero-again.ts',
    title: 'invalidations are counted, and the count is dropped with the load',
    promise: 'invalidated',
  },
  {
    file: 'same-millisecond.ts',
    title: 'an invalidation in the millisecond in which a load began is not later',
    promise: 'invalidated',
  },
  { file: 'invalidates-all.ts', title: 'an invalidation empties the cache', promise: 'kept' },
  {
    file: 'one-era-for-all.ts',
    title: 'an invalidation of one key overtakes the loads of all',
    promise: 'kept',
  },
  {
    file: 'invalid-for-ever.ts',
    title: 'a key that was invalidated is never held again',
    promise: 'kept',
  },
  {
    file: 'only-where-held.ts',
    title: 'an invalidation of what is not held does nothing',
    promise: 'invalidated',
  },
  {
    file: 'invalid-is-stale.ts',
    title: 'what is invalidated is given once more while it is loaded',
    promise: 'invalidated',
  },
  {
    file: 'rejects-the-overtaken.ts',
    title: 'who waits for a load that is overtaken gets an error',
    promise: 'told',
  },
  { file: 'loads-again.ts', title: 'a load that was overtaken is made again', promise: 'one-load' },
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
    file: 'waits-for-the-old.ts',
    title: 'after an invalidation the old load is waited for before a new one begins',
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
  { file: 'failure-is-undefined.ts', title: 'a load that fails gives undefined', promise: 'told' },
  { file: 'tries-twice.ts', title: 'a load that fails is tried once more', promise: 'one-load' },
  {
    file: 'reads-it-afterwards.ts',
    title: 'who has waited looks for the value where it is held',
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
    file: 'room-when-asked.ts',
    title: 'a value goes when a load begins, and not when it ends',
    promise: 'room',
  },
  {
    file: 'sweeps-the-first.ts',
    title: 'the search for what is too old ends at the first value that is not',
    promise: 'room',
  },
  {
    file: 'time-of-use.ts',
    title: 'what was used in the same millisecond counts as used together',
    promise: 'least',
  },
  {
    file: 'stale-goes-first.ts',
    title: 'what is stale goes before what is fresh, whatever was used',
    promise: 'least',
  },
  {
    file: 'stale-is-unused.ts',
    title: 'who is given a stale value has not used it',
    promise: 'least',
  },
  {
    file: 'new-is-unused.ts',
    title: 'a new value takes the place of the old one, also in the order of use',
    promise: 'least',
  },
  {
    file: 'begun-is-used.ts',
    title: 'a value counts as used when its load began',
    promise: 'least',
  },
  {
    file: 'stale-for-ever.ts',
    title: 'a stale value is given until a new one is there',
    promise: 'too-old',
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
    file: 'second-waits.ts',
    title: 'who finds a stale value while a new one is loaded waits for it',
    promise: 'stale',
  },
  {
    file: 'age-from-refresh.ts',
    title: 'a new value is as old as the request for it, if it takes the place of an old one',
    promise: 'stale',
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
  {
    file: 'too-late-to-hold.ts',
    title: 'a new value is dropped if the stale one has grown too old meanwhile',
    promise: 'stale',
  },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-cache-mutant-list.ts: a file is listed twice')
}
