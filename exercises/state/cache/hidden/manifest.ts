import { mutants } from './mutant-list.ts'

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'cache',
  version: 1,
  parts: [
    { id: 'keeping', title: 'Keeping', exports: ['createCache'], stretch: false },
    { id: 'loading', title: 'Loading', exports: ['createCache'], stretch: false },
    { id: 'invalidating', title: 'Invalidating', exports: ['createCache'], stretch: false },
    { id: 'room', title: 'Room', exports: ['createCache'], stretch: false },
    { id: 'stale', title: 'Stale', exports: ['createCache'], stretch: false },
  ],
  promises: [
    { id: 'kept', text: 'What is held is given, and nothing is loaded.', kind: 'performance' },
    { id: 'own', text: 'Every key has its own value, in every cache.', kind: 'safety' },
    { id: 'too-old', text: 'What is too old is not given.', kind: 'safety' },
    {
      id: 'one-load',
      text: 'While a load of a key is under way, nobody begins another one.',
      kind: 'performance',
    },
    { id: 'told', text: 'Whoever waits for a load gets what it brings.', kind: 'safety' },
    { id: 'failed', text: 'A failure is told to those who wait, and is not kept.', kind: 'safety' },
    {
      id: 'goes-on',
      text: 'What hangs holds up nobody but those who wait for it.',
      kind: 'liveness',
    },
    {
      id: 'invalidated',
      text: 'After an invalidation nobody gets what was loaded before.',
      kind: 'safety',
    },
    { id: 'room', text: 'There are never more values than there is room.', kind: 'safety' },
    {
      id: 'least',
      text: 'Where there is no room, the value goes that was not used for longest.',
      kind: 'performance',
    },
    {
      id: 'stale',
      text: 'While a value is stale, it is given at once and a new one is loaded.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'keeping > what is held is given, and nothing is loaded',
      promise: 'kept',
      part: 'keeping',
      points: 5,
    },
    {
      id: 'keeping > whatever a load brings is a value',
      promise: 'kept',
      part: 'keeping',
      points: 4,
    },
    {
      id: 'keeping > every key has its own value, in every cache',
      promise: 'own',
      part: 'keeping',
      points: 7,
    },
    {
      id: 'keeping > what is too old is not given, to the millisecond',
      promise: 'too-old',
      part: 'keeping',
      points: 12,
    },
    {
      id: 'loading > while a load is under way, nobody begins another',
      promise: 'one-load',
      part: 'loading',
      points: 9,
    },
    {
      id: 'loading > a thousand at once are one load',
      promise: 'one-load',
      part: 'loading',
      points: 3,
    },
    {
      id: 'loading > whoever waits for a load gets what it brings',
      promise: 'told',
      part: 'loading',
      points: 6,
    },
    {
      id: 'loading > a failure is told, and forgotten',
      promise: 'failed',
      part: 'loading',
      points: 6,
    },
    {
      id: 'loading > what hangs holds up nobody else',
      promise: 'goes-on',
      part: 'loading',
      points: 4,
    },
    {
      id: 'invalidating > what was held is gone',
      promise: 'invalidated',
      part: 'invalidating',
      points: 8,
    },
    {
      id: 'invalidating > what is on its way comes too late',
      promise: 'invalidated',
      part: 'invalidating',
      points: 12,
    },
    {
      id: 'room > there are never more values than there is room',
      promise: 'room',
      part: 'room',
      points: 6,
    },
    {
      id: 'room > the value goes that was not used for longest',
      promise: 'least',
      part: 'room',
      points: 8,
    },
    {
      id: 'stale > an old value is given while a new one is loaded',
      promise: 'stale',
      part: 'stale',
      points: 10,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'lru-map.ts',
      style:
        'classes: a Map subclass in which reading is using, boxes with an age, no clock but theirs',
    },
    {
      file: 'timers.ts',
      style: 'alarms end values, nobody asks for the time; async functions, a symbol for each load',
    },
    {
      file: 'waiting-rooms.ts',
      style: 'a list of rows, promises made by hand for each who waits, eras that only grow',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-cache-manifest.ts: ${points} points, not 100`)
