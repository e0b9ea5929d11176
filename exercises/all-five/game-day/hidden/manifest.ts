/** What is graded: the judge reads this as data. */
export const manifest = {
  slug: 'game-day',
  version: 1,
  parts: [
    { id: 'tuning', title: 'Tuning', exports: ['tuning'], values: ['tuning'], stretch: false },
    {
      id: 'alone',
      title: 'Each incident alone',
      exports: ['tuning'],
      values: ['tuning'],
      stretch: false,
    },
    { id: 'day', title: 'The whole day', exports: ['tuning'], values: ['tuning'], stretch: false },
  ],
  promises: [
    { id: 'values', text: 'The shop can be run with these values.', kind: 'safety' },
    { id: 'lines', text: 'No acknowledged cart line is lost.', kind: 'safety' },
    {
      id: 'open',
      text: 'Nobody is turned away, and in time the shop arranges itself with what is left.',
      kind: 'liveness',
    },
    { id: 'recovery', text: 'No incident is felt for long.', kind: 'liveness' },
    {
      id: 'served',
      text: 'In each incident most users are served within 300 ms.',
      kind: 'performance',
    },
    {
      id: 'calm',
      text: 'The fleet is changed seldom, and few pages are sent.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'tuning > every value is in its range',
      promise: 'values',
      part: 'tuning',
      points: 2,
    },
    {
      id: 'tuning > every read meets every write',
      promise: 'lines',
      part: 'tuning',
      points: 8,
    },
    {
      id: 'each incident alone > no acknowledged line is lost',
      promise: 'lines',
      part: 'alone',
      points: 15,
    },
    {
      id: 'each incident alone > one slow worker',
      promise: 'served',
      part: 'alone',
      points: 6,
    },
    {
      id: 'each incident alone > a replica crashes',
      promise: 'served',
      part: 'alone',
      points: 6,
    },
    {
      id: 'each incident alone > load times four',
      promise: 'served',
      part: 'alone',
      points: 6,
    },
    {
      id: 'each incident alone > a zone is cut off',
      promise: 'served',
      part: 'alone',
      points: 6,
    },
    {
      id: 'each incident alone > no monitoring at a peak',
      promise: 'served',
      part: 'alone',
      points: 6,
    },
    {
      id: 'each incident alone > all returns at once',
      promise: 'served',
      part: 'alone',
      points: 6,
    },
    {
      id: 'the whole day > no acknowledged line is lost',
      promise: 'lines',
      part: 'day',
      points: 15,
    },
    { id: 'the whole day > nobody is turned away', promise: 'open', part: 'day', points: 5 },
    {
      id: 'the whole day > the shop settles',
      promise: 'open',
      part: 'day',
      points: 5,
    },
    { id: 'the whole day > users are served in time', promise: 'served', part: 'day', points: 6 },
    { id: 'the whole day > no incident lasts', promise: 'recovery', part: 'day', points: 4 },
    { id: 'the whole day > the fleet is left in peace', promise: 'calm', part: 'day', points: 2 },
    { id: 'the whole day > few pages are sent', promise: 'calm', part: 'day', points: 2 },
  ],
  mutants: [
    {
      file: 'deaf-in-a-batch.ts',
      title: 'balancer: health news that comes in a batch is ignored',
      promise: 'open',
    },
    {
      file: 'never-panics.ts',
      title: 'checker: cut off itself it calls all down, and no panic share fails open',
      promise: 'open',
    },
    {
      file: 'ring-on-health.ts',
      title: 'ring: built of the shards that are well, not of the members',
      promise: 'lines',
    },
    {
      file: 'live-quorum.ts',
      title: 'quorum: more than half of those that are up, not of the members',
      promise: 'lines',
    },
    {
      file: 'ejected-is-capacity.ts',
      title: 'autoscaler: whoever is ejected counts as if it worked',
      promise: 'open',
    },
    {
      file: 'shrinks-on-return.ts',
      title: 'autoscaler: shrinks at the return of the ill, before they carry anything',
      promise: 'open',
    },
    {
      file: 'leaks-timeouts.ts',
      title: 'balancer: a lease that timed out is never given back',
      promise: 'served',
    },
    {
      file: 'takes-turns.ts',
      title: 'balancer: everybody gets as much, whoever is slow',
      promise: 'served',
    },
    {
      file: 'waits-for-ever.ts',
      title: 'checker: a probe that hangs has not failed',
      promise: 'open',
    },
    {
      file: 'first-reply.ts',
      title: 'quorum: the first answer is taken for the newest',
      promise: 'lines',
    },
    {
      file: 'most-common.ts',
      title: 'quorum: what most say is taken for the newest',
      promise: 'lines',
    },
    {
      file: 'null-is-zero.ts',
      title: 'autoscaler: no data is no load',
      promise: 'served',
    },
    {
      file: 'no-window.ts',
      title: 'autoscaler: what is not needed now is given back now',
      promise: 'served',
    },
    {
      file: 'one-of-three.ts',
      title: 'tuning: R = W = 1',
      promise: 'lines',
    },
    {
      file: 'reads-one.ts',
      title: 'tuning: R = 1, W = 2',
      promise: 'lines',
    },
    {
      file: 'all-of-three.ts',
      title: 'tuning: R = W = 3, so that one machine fewer is an outage',
      promise: 'served',
    },
    {
      file: 'write-all.ts',
      title: 'tuning: R = 1, W = 3, so that nothing can be bought while one is away',
      promise: 'served',
    },
    {
      file: 'one-point.ts',
      title: 'tuning: one point for each shard',
      promise: 'served',
    },
    {
      file: 'always-panics.ts',
      title: 'tuning: a panic share of 0.9',
      promise: 'open',
    },
    {
      file: 'three-at-most.ts',
      title: 'tuning: a fleet that cannot grow',
      promise: 'served',
    },
    {
      file: 'one-at-night.ts',
      title: 'tuning: one worker at night',
      promise: 'served',
    },
  ],
  alternatives: [
    { file: 'classes.ts', style: 'five classes; a ring without points, by the highest bid' },
    { file: 'functions.ts', style: 'plain functions and records, all made anew at each call' },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-game-day-manifest.ts: ${points} points, not 100`)
