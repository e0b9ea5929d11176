/** Mistakes that people make, each with the promise that it breaks; the ten classics first. */
export const mutants = [
  {
    file: 'mean-sigma.ts',
    title: 'mean and standard deviation, which a few wrong samples move',
    promise: 'found',
  },
  {
    file: 'counts-itself.ts',
    title: 'the sample under test is in the window that it is compared with',
    promise: 'score',
  },
  {
    file: 'never-adapts.ts',
    title: 'an anomaly never enters the window, so a new level is one for ever',
    promise: 'level',
  },
  {
    file: 'blind-for-ever.ts',
    title: 'where nothing varies a score is 0 / 0, which is above no threshold',
    promise: 'number',
  },
  {
    file: 'from-zero.ts',
    title: 'the distance from 0 instead of the distance from the median',
    promise: 'unit',
  },
  {
    file: 'no-season.ts',
    title: 'the season is ignored',
    promise: 'season',
  },
  {
    file: 'page-per-sample.ts',
    title: 'a page for each alert of what has lasted',
    promise: 'once',
  },
  {
    file: 'cap-drops.ts',
    title: 'what is too much for an hour is dropped',
    promise: 'summary',
  },
  {
    file: 'timer-restarts.ts',
    title: 'each alert begins the time anew, and a source that keeps telling is never paged',
    promise: 'in-time',
  },
  {
    file: 'unsorted-insert.ts',
    title:
      'a sample is put behind the first one that is larger, and the window is no longer sorted',
    promise: 'score',
  },
  {
    file: 'sorts-in-place.ts',
    title: 'the window itself is sorted, and then the smallest leaves it instead of the oldest',
    promise: 'score',
  },
  {
    file: 'around-mean.ts',
    title: 'the deviations are taken from the mean',
    promise: 'score',
  },
  {
    file: 'upwards-only.ts',
    title: 'what is below the median scores less than nothing',
    promise: 'number',
  },
  {
    file: 'absolute-floor.ts',
    title: 'a median deviation is taken to be at least 1, whatever the unit',
    promise: 'unit',
  },
  {
    file: 'flat-is-fine.ts',
    title: 'where nothing varies everything scores 0: nothing is ever found',
    promise: 'number',
  },
  {
    file: 'speaks-early.ts',
    title: 'one sample too few is enough',
    promise: 'silence',
  },
  {
    file: 'unscaled.ts',
    title: 'the distance in median deviations, without 0.6745',
    promise: 'score',
  },
  {
    file: 'zero-is-missing.ts',
    title: 'a sample of 0 is taken for none',
    promise: 'score',
  },
  {
    file: 'missing-enters.ts',
    title: 'what is missing enters the window, and spoils it',
    promise: 'missing',
  },
  {
    file: 'counted-season.ts',
    title: 'the season is counted in samples, and one that is missing shifts it',
    promise: 'season',
  },
  {
    file: 'window-of-all.ts',
    title: 'of the last samples of all moments those of the present one',
    promise: 'season',
  },
  {
    file: 'shared-window.ts',
    title: 'all detectors share their windows',
    promise: 'independent',
  },
  {
    file: 'never-cancels.ts',
    title: 'what was bad is paged, although it is good again',
    promise: 'lasting',
  },
  {
    file: 'relay.ts',
    title: 'one source after the other: the group has been bad for long enough, none of them has',
    promise: 'lasting',
  },
  {
    file: 'never-closes.ts',
    title: 'a group that was paged is never closed',
    promise: 'again',
  },
  {
    file: 'closes-at-once.ts',
    title: 'closed as soon as all is good, so flapping pages again and again',
    promise: 'once',
  },
  {
    file: 'first-good-closes.ts',
    title: 'the first good source of several begins the closing',
    promise: 'once',
  },
  {
    file: 'good-restarts.ts',
    title: 'each good alert begins the closing anew',
    promise: 'again',
  },
  {
    file: 'page-per-source.ts',
    title: 'each source of a group is paged',
    promise: 'once',
  },
  {
    file: 'by-service.ts',
    title: 'grouped by the service, whatever groupBy says',
    promise: 'told',
  },
  {
    file: 'full-hours.ts',
    title: 'pages are counted by the hour of the clock, and two hours meet',
    promise: 'cap',
  },
  {
    file: 'free-summaries.ts',
    title: 'a summary does not count',
    promise: 'cap',
  },
  {
    file: 'over-is-dropped.ts',
    title: 'whoever is closed while it waits is not named',
    promise: 'summary',
  },
  {
    file: 'plain-object.ts',
    title: 'groups in a plain object, which knows a "constructor"',
    promise: 'in-time',
  },
  {
    file: 'from-newest.ts',
    title: 'a summary waits until the newest page is an hour old',
    promise: 'summary',
  },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-anomaly-detector-mutant-list.ts: a file is listed twice')
}
