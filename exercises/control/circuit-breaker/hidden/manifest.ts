import { mutants } from './mutant-list.ts'

const core = { exports: ['createBreaker'], stretch: false } as const

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'circuit-breaker',
  version: 1,
  parts: [
    { id: 'closed', title: 'Closed', ...core },
    { id: 'open', title: 'Open', ...core },
    { id: 'half-open', title: 'Half-open', ...core },
    { id: 'telling', title: 'Telling', ...core },
    { id: 'world', title: 'World', ...core },
  ],
  promises: [
    {
      id: 'independent',
      text: 'A breaker depends on its own calls and its clock alone.',
      kind: 'safety',
    },
    {
      id: 'through',
      text: 'Whoever is let through calls fn once, and gets what fn brings.',
      kind: 'safety',
    },
    {
      id: 'opens',
      text: 'It opens with the call that makes failures at least failureRate of at least minCalls, and with no other.',
      kind: 'safety',
    },
    {
      id: 'window',
      text: 'A call is in the window from its end on, for windowMs.',
      kind: 'safety',
    },
    {
      id: 'counts',
      text: 'Only calls of the present state count, and none that ended in an excused error.',
      kind: 'safety',
    },
    {
      id: 'refuses',
      text: 'While it is open nobody is called, and callers are told so at once.',
      kind: 'safety',
    },
    {
      id: 'tries',
      text: 'Half-open, a call is let through if fewer than halfOpenMax are under way, and only then.',
      kind: 'safety',
    },
    {
      id: 'half-open',
      text: 'It is half-open openMs after it opened, whoever asks meanwhile.',
      kind: 'liveness',
    },
    {
      id: 'decides',
      text: 'Half-open, one failure opens it anew, and successesToClose successes close it, with an empty window.',
      kind: 'liveness',
    },
    {
      id: 'hung',
      text: 'Half-open, a call that has been under way for openMs has failed.',
      kind: 'liveness',
    },
    {
      id: 'told',
      text: 'Every listener is told of every change, once, when it happens.',
      kind: 'performance',
    },
    {
      id: 'world',
      text: 'Fifty clients spare a dead backend, and are back soon after it is.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'closed > two breakers share nothing',
      promise: 'independent',
      part: 'closed',
      points: 3,
    },
    {
      id: 'closed > a caller gets what fn brings',
      promise: 'through',
      part: 'closed',
      points: 8,
    },
    {
      id: 'closed > opens with the call that is one too many',
      promise: 'opens',
      part: 'closed',
      points: 8,
    },
    {
      id: 'closed > what is excused does not count',
      promise: 'counts',
      part: 'closed',
      points: 6,
    },
    {
      id: 'closed > what has left the window does not count',
      promise: 'window',
      part: 'closed',
      points: 8,
    },
    {
      id: 'open > nobody is called while it is open',
      promise: 'refuses',
      part: 'open',
      points: 8,
    },
    {
      id: 'open > half-open after openMs, whoever asks meanwhile',
      promise: 'half-open',
      part: 'open',
      points: 9,
    },
    {
      id: 'half-open > a few at a time, and no fewer than may be',
      promise: 'tries',
      part: 'half-open',
      points: 8,
    },
    {
      id: 'half-open > one failure opens it again, for as long as ever',
      promise: 'decides',
      part: 'half-open',
      points: 6,
    },
    {
      id: 'half-open > enough successes close it, with an empty window',
      promise: 'decides',
      part: 'half-open',
      points: 8,
    },
    {
      id: 'half-open > whoever hangs has failed after openMs',
      promise: 'hung',
      part: 'half-open',
      points: 7,
    },
    {
      id: 'half-open > calls of an earlier state do not count',
      promise: 'counts',
      part: 'half-open',
      points: 8,
    },
    {
      id: 'telling > each change is told once, when it happens',
      promise: 'told',
      part: 'telling',
      points: 5,
    },
    {
      id: 'telling > every listener hears what happens while it listens',
      promise: 'told',
      part: 'telling',
      points: 3,
    },
    {
      id: 'world > fifty clients spare the dead, and come back in time',
      promise: 'world',
      part: 'world',
      points: 5,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'forgetting-timers.ts',
      style: 'counts that timers take back; turns are numbered; state asks the clock as well',
    },
    {
      file: 'reducer.ts',
      style: 'a pure step from frozen world to frozen world; promises by hand',
    },
    {
      file: 'state-objects.ts',
      style:
        'a class for each state, whose objects are the only ones to believe; `this` throughout',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100)
  throw new Error(`sentinel-circuit-breaker-manifest.ts: ${points} points, not 100`)
