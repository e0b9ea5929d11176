import { mutants } from './mutant-list.ts'

const whole = { exports: ['createCaller'], stretch: false } as const

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'retry-budget',
  version: 1,
  parts: [
    { id: 'trying', title: 'Trying', ...whole },
    { id: 'waiting', title: 'Waiting', ...whole },
    { id: 'budget', title: 'Budget', ...whole },
    { id: 'world', title: 'World', ...whole },
  ],
  promises: [
    {
      id: 'independent',
      text: 'A caller depends on its own calls, its clock and its rng alone.',
      kind: 'safety',
    },
    {
      id: 'repeats',
      text: 'Nothing is tried again that was answered, or that may reach the server twice and must not.',
      kind: 'safety',
    },
    {
      id: 'one-by-one',
      text: 'Attempts of a call follow each other, and are no more than may be.',
      kind: 'safety',
    },
    {
      id: 'aborts',
      text: 'An attempt that has timed out is aborted at once, and what it brings later is nothing.',
      kind: 'safety',
    },
    {
      id: 'deadline',
      text: 'No attempt begins at the deadline or later, and each knows until when it is waited for.',
      kind: 'safety',
    },
    {
      id: 'budget',
      text: 'Every retry is paid for.',
      kind: 'safety',
    },
    {
      id: 'truth',
      text: 'A call ends as its last attempt ended.',
      kind: 'safety',
    },
    {
      id: 'goes-on',
      text: 'Whoever may try again, has the time and can pay does.',
      kind: 'liveness',
    },
    {
      id: 'at-once',
      text: 'A call begins at once, and ends at once when it cannot go on.',
      kind: 'liveness',
    },
    {
      id: 'jitter',
      text: 'Waits are spread evenly from nothing to the longest, which doubles up to its cap.',
      kind: 'performance',
    },
    {
      id: 'retry-after',
      text: 'A server that asks to be left alone for a while is, and hardly longer.',
      kind: 'performance',
    },
    {
      id: 'timers',
      text: 'A call that has ended leaves no timer behind.',
      kind: 'performance',
    },
    {
      id: 'outage',
      text: 'An outage is over soon after its cause, and retries never feed it.',
      kind: 'liveness',
    },
    {
      id: 'crowd',
      text: 'A crowd that comes and goes leaves no outage behind.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'trying > depends on its own calls, clock and rng alone',
      promise: 'independent',
      part: 'trying',
      points: 3,
    },
    {
      id: 'trying > only what may be repeated is repeated',
      promise: 'repeats',
      part: 'trying',
      points: 9,
    },
    {
      id: 'trying > attempts are counted, one after the other',
      promise: 'one-by-one',
      part: 'trying',
      points: 5,
    },
    {
      id: 'trying > who has timed out is aborted, and heard no more',
      promise: 'aborts',
      part: 'trying',
      points: 8,
    },
    {
      id: 'trying > no attempt at the deadline, and each knows its own',
      promise: 'deadline',
      part: 'trying',
      points: 9,
    },
    {
      id: 'trying > a call ends as its last attempt ended',
      promise: 'truth',
      part: 'trying',
      points: 6,
    },
    {
      id: 'trying > a failure is followed by an attempt',
      promise: 'goes-on',
      part: 'trying',
      points: 5,
    },
    {
      id: 'trying > who cannot go on ends at once',
      promise: 'at-once',
      part: 'trying',
      points: 5,
    },
    {
      id: 'trying > a call leaves no timer behind',
      promise: 'timers',
      part: 'trying',
      points: 3,
    },
    {
      id: 'waiting > waits are spread evenly',
      promise: 'jitter',
      part: 'waiting',
      points: 8,
    },
    {
      id: 'waiting > the longest wait doubles up to its cap',
      promise: 'jitter',
      part: 'waiting',
      points: 5,
    },
    {
      id: 'waiting > who asks to be left alone is',
      promise: 'retry-after',
      part: 'waiting',
      points: 6,
    },
    {
      id: 'budget > every retry is paid for',
      promise: 'budget',
      part: 'budget',
      points: 12,
    },
    {
      id: 'budget > who can pay goes on',
      promise: 'goes-on',
      part: 'budget',
      points: 6,
    },
    {
      id: 'world > an outage ends with its cause',
      promise: 'outage',
      part: 'world',
      points: 6,
    },
    {
      id: 'world > a crowd leaves no outage behind',
      promise: 'crowd',
      part: 'world',
      points: 4,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'debt-class.ts',
      style: 'classes with private fields; Promise.race; the budget as a debt that calls pay off',
    },
    {
      file: 'one-promise.ts',
      style:
        'callbacks under one promise, no async; whole milliseconds; the wait comes on top of what was asked',
    },
    {
      file: 'steps.ts',
      style: 'an async generator of outcomes, getters, frozen objects; counts calls and retries',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-retry-budget-manifest.ts: ${points} points, not 100`)
