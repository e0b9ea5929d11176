import { mutants } from './mutant-list.ts'

const core = { exports: ['createHealer'], stretch: false } as const

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'self-healer',
  version: 1,
  parts: [
    { id: 'repair', title: 'Repair', ...core },
    { id: 'facts', title: 'Facts', ...core },
    { id: 'limits', title: 'Limits', ...core },
    { id: 'stop', title: 'Stop', ...core },
    { id: 'incidents', title: 'Incidents', ...core },
    { id: 'world', title: 'World', ...core },
  ],
  promises: [
    { id: 'needed', text: 'Nothing is done that is not needed.', kind: 'safety' },
    {
      id: 'last',
      text: 'What is no longer wanted goes when all that is wanted is there, and the last one never.',
      kind: 'safety',
    },
    { id: 'fresh', text: 'Every action goes by fresh facts.', kind: 'safety' },
    { id: 'unknown', text: 'Who cannot be seen is left alone.', kind: 'safety' },
    { id: 'newer', text: 'Who is late holds still.', kind: 'safety' },
    { id: 'once', text: 'What is under way is not begun again.', kind: 'safety' },
    { id: 'few', text: 'Few healthy ones are taken down at a time.', kind: 'safety' },
    { id: 'wait', text: 'Whoever was acted on is left alone, longer each time.', kind: 'safety' },
    { id: 'hour', text: 'No more actions in an hour than may be.', kind: 'safety' },
    {
      id: 'stops-itself',
      text: 'When too much looks broken it stops itself, and pages once.',
      kind: 'safety',
    },
    { id: 'paused', text: 'Then it waits until somebody says resume.', kind: 'safety' },
    { id: 'stopped', text: 'After stop nothing begins.', kind: 'safety' },
    {
      id: 'own',
      text: 'A healer depends on its own world and clock alone.',
      kind: 'safety',
    },
    { id: 'soon', text: 'Whatever it may do, it begins within five seconds.', kind: 'liveness' },
    { id: 'conflict', text: 'A conflict is no try.', kind: 'liveness' },
    { id: 'resume', text: 'After resume it goes on.', kind: 'liveness' },
    { id: 'pace', text: 'It does as many at a time as it may.', kind: 'performance' },
    { id: 'looks', text: 'It looks about once a second.', kind: 'performance' },
    {
      id: 'race',
      text: 'Two robots and one address: it is never empty, and ends at the newest plan.',
      kind: 'safety',
    },
    {
      id: 'blind',
      text: 'The monitor loses sight of six of ten, and nobody is harmed.',
      kind: 'safety',
    },
    {
      id: 'world',
      text: 'The record is never empty, and ends at the newest plan.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'repair > nothing is done that is not needed',
      promise: 'needed',
      part: 'repair',
      points: 5,
    },
    {
      id: 'repair > what is in use goes last, and the last one never',
      promise: 'last',
      part: 'repair',
      points: 5,
    },
    {
      id: 'repair > from any state it comes to what is wanted',
      promise: 'soon',
      part: 'repair',
      points: 14,
    },
    {
      id: 'facts > every action goes by fresh facts',
      promise: 'fresh',
      part: 'facts',
      points: 6,
    },
    {
      id: 'facts > who cannot be seen is left alone',
      promise: 'unknown',
      part: 'facts',
      points: 4,
    },
    { id: 'facts > who is late holds still', promise: 'newer', part: 'facts', points: 4 },
    {
      id: 'facts > what is under way is not begun again',
      promise: 'once',
      part: 'facts',
      points: 4,
    },
    { id: 'facts > a conflict is no try', promise: 'conflict', part: 'facts', points: 5 },
    {
      id: 'limits > few healthy ones are taken down',
      promise: 'few',
      part: 'limits',
      points: 5,
    },
    { id: 'limits > each wait is longer', promise: 'wait', part: 'limits', points: 6 },
    { id: 'limits > so many in an hour', promise: 'hour', part: 'limits', points: 5 },
    { id: 'limits > as many at a time as may be', promise: 'pace', part: 'limits', points: 6 },
    {
      id: 'stop > it stops itself when too much looks broken',
      promise: 'stops-itself',
      part: 'stop',
      points: 5,
    },
    { id: 'stop > then it waits for somebody', promise: 'paused', part: 'stop', points: 3 },
    { id: 'stop > somebody says resume', promise: 'resume', part: 'stop', points: 6 },
    { id: 'stop > stopped is stopped', promise: 'stopped', part: 'stop', points: 3 },
    { id: 'stop > a second start is none', promise: 'looks', part: 'stop', points: 3 },
    {
      id: 'stop > a healer depends on its own world and clock alone',
      promise: 'own',
      part: 'stop',
      points: 1,
    },
    {
      id: 'incidents > two robots and one address',
      promise: 'race',
      part: 'incidents',
      points: 2,
    },
    {
      id: 'incidents > the monitor loses sight of six of ten',
      promise: 'blind',
      part: 'incidents',
      points: 2,
    },
    {
      id: 'world > the record is never empty, and ends at the newest plan',
      promise: 'world',
      part: 'world',
      points: 6,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'async-class.ts',
      style: 'a class with an async loop that sleeps, and a patient for each item',
    },
    {
      file: 'journal.ts',
      style: 'a journal of what has happened; all else is worked out of it anew each time',
    },
    {
      file: 'one-step.ts',
      style:
        'two looks a second with one action each, of candidates that a generator yields; no prototype',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-self-healer-manifest.ts: ${points} points, not 100`)
