import { mutants } from './mutant-list.ts'

/** What is graded: the judge reads this as data. Points follow what a mistake would cost. */
export const manifest = {
  slug: 'commit-and-saga',
  version: 1,
  parts: [
    { id: 'participant', title: 'Participant', exports: ['createParticipant'], stretch: false },
    { id: 'coordinator', title: 'Coordinator', exports: ['createCoordinator'], stretch: false },
    { id: 'saga', title: 'Saga', exports: ['createSaga'], stretch: false },
    {
      id: 'world',
      title: 'World',
      exports: ['createCoordinator', 'createParticipant', 'createSaga'],
      stretch: false,
    },
  ],
  promises: [
    {
      id: 'word',
      text: 'Who has voted yes keeps the word, whatever crashes: nobody votes more than the database does.',
      kind: 'safety',
    },
    { id: 'obeys', text: 'What was decided is done by a participant, and once.', kind: 'safety' },
    {
      id: 'unanimous',
      text: 'Nothing is committed unless every participant has voted for it.',
      kind: 'safety',
    },
    {
      id: 'decision',
      text: 'A decision is on the disk before anybody hears of it, and stands.',
      kind: 'safety',
    },
    {
      id: 'once',
      text: 'A step runs once, and is made up for once, if it has run.',
      kind: 'safety',
    },
    {
      id: 'whole',
      text: 'A saga goes forward step by step, or back in reverse, and tells the truth.',
      kind: 'safety',
    },
    {
      id: 'atomic',
      text: 'Whatever breaks, what one commits no other aborts, and no step is done twice.',
      kind: 'safety',
    },
    {
      id: 'alone',
      text: 'A machine depends on its env alone: the same seed gives the same run.',
      kind: 'safety',
    },
    { id: 'answers', text: 'Whoever asks is answered at once, each time.', kind: 'liveness' },
    {
      id: 'again',
      text: 'What is next is told at once, and again until it is answered, after a crash too.',
      kind: 'liveness',
    },
    { id: 'in-time', text: 'Who does not vote holds up nobody for long.', kind: 'liveness' },
    { id: 'ends', text: 'Once the faults are over, everything ends.', kind: 'liveness' },
    { id: 'spares', text: 'Nobody hears again what is over for him.', kind: 'performance' },
  ],
  tests: [
    {
      id: 'participant > it votes as its database does',
      promise: 'word',
      part: 'participant',
      points: 3,
    },
    {
      id: 'participant > a vote is on the disk before it is told',
      promise: 'word',
      part: 'participant',
      points: 3,
    },
    {
      id: 'participant > a yes is kept, however long it takes',
      promise: 'word',
      part: 'participant',
      points: 4,
    },
    {
      id: 'participant > after a crash it has its locks again',
      promise: 'word',
      part: 'participant',
      points: 2,
    },
    {
      id: 'participant > what was decided is done, once',
      promise: 'obeys',
      part: 'participant',
      points: 4,
    },
    {
      id: 'participant > what is done is on the disk before it is told',
      promise: 'obeys',
      part: 'participant',
      points: 2,
    },
    {
      id: 'participant > a crash at each write of a participant',
      promise: 'obeys',
      part: 'participant',
      points: 2,
    },
    {
      id: 'participant > every Prepare and Decide is answered at once',
      promise: 'answers',
      part: 'participant',
      points: 3,
    },
    {
      id: 'participant > who is in doubt asks, until it is told',
      promise: 'again',
      part: 'participant',
      points: 4,
    },
    {
      id: 'coordinator > nobody votes for another one',
      promise: 'unanimous',
      part: 'coordinator',
      points: 3,
    },
    { id: 'coordinator > a no is a no', promise: 'unanimous', part: 'coordinator', points: 2 },
    {
      id: 'coordinator > a commit is on the disk before anybody hears of it',
      promise: 'decision',
      part: 'coordinator',
      points: 4,
    },
    { id: 'coordinator > a decision stands', promise: 'decision', part: 'coordinator', points: 3 },
    {
      id: 'coordinator > what was not decided before a crash is aborted',
      promise: 'decision',
      part: 'coordinator',
      points: 2,
    },
    {
      id: 'coordinator > a crash at each write of a coordinator',
      promise: 'decision',
      part: 'coordinator',
      points: 2,
    },
    {
      id: 'coordinator > everybody is asked at once, and again',
      promise: 'again',
      part: 'coordinator',
      points: 2,
    },
    {
      id: 'coordinator > a decision is told at once',
      promise: 'again',
      part: 'coordinator',
      points: 3,
    },
    {
      id: 'coordinator > a decision is told again, until it is done',
      promise: 'again',
      part: 'coordinator',
      points: 3,
    },
    {
      id: 'coordinator > who is in doubt is answered at once',
      promise: 'answers',
      part: 'coordinator',
      points: 3,
    },
    {
      id: 'coordinator > who does not vote is not waited for',
      promise: 'in-time',
      part: 'coordinator',
      points: 3,
    },
    {
      id: 'coordinator > nobody hears again what is over for him',
      promise: 'spares',
      part: 'coordinator',
      points: 2,
    },
    { id: 'saga > a step runs once', promise: 'once', part: 'saga', points: 2 },
    { id: 'saga > a step that has failed has failed', promise: 'once', part: 'saga', points: 2 },
    { id: 'saga > what has run is made up for, once', promise: 'once', part: 'saga', points: 3 },
    { id: 'saga > an Undo that comes before its Run', promise: 'once', part: 'saga', points: 2 },
    {
      id: 'saga > an Undo that comes while its step runs',
      promise: 'once',
      part: 'saga',
      points: 1,
    },
    { id: 'saga > what a step answers is on the disk', promise: 'once', part: 'saga', points: 2 },
    { id: 'saga > a crash at each write of a step', promise: 'once', part: 'saga', points: 1 },
    { id: 'saga > steps run one after the other', promise: 'whole', part: 'saga', points: 1 },
    { id: 'saga > and are undone in reverse', promise: 'whole', part: 'saga', points: 2 },
    {
      id: 'saga > a crash at each write of who leads it',
      promise: 'whole',
      part: 'saga',
      points: 1,
    },
    { id: 'saga > every Run and Undo is answered', promise: 'answers', part: 'saga', points: 2 },
    {
      id: 'saga > one saga does not wait for another one',
      promise: 'again',
      part: 'saga',
      points: 1,
    },
    { id: 'saga > giving back is tried until it works', promise: 'again', part: 'saga', points: 3 },
    { id: 'saga > a saga goes on after a crash', promise: 'again', part: 'saga', points: 2 },
    {
      id: 'saga > what is next is told at once, and again',
      promise: 'again',
      part: 'saga',
      points: 2,
    },
    { id: 'saga > what is over is over', promise: 'spares', part: 'saga', points: 1 },
    {
      id: 'world > the same world runs the same way twice',
      promise: 'alone',
      part: 'world',
      points: 1,
    },
    {
      id: 'world > one crash at each write, and all or nothing',
      promise: 'atomic',
      part: 'world',
      points: 2,
    },
    {
      id: 'world > one crash at each write, and no step is done twice',
      promise: 'atomic',
      part: 'world',
      points: 1,
    },
    {
      id: 'world > the coordinator is away for ten seconds',
      promise: 'atomic',
      part: 'world',
      points: 2,
    },
    { id: 'world > whatever breaks, all or nothing', promise: 'atomic', part: 'world', points: 1 },
    {
      id: 'world > the coordinator is back, and it goes on',
      promise: 'ends',
      part: 'world',
      points: 2,
    },
    {
      id: 'world > once the faults are over, everything ends',
      promise: 'ends',
      part: 'world',
      points: 4,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'journal-class.ts',
      style: 'classes over a journal that only grows; a saga goes on where it was',
    },
    {
      file: 'logs-everything.ts',
      style:
        'a map that lives on the disk; presumes nothing; a saga is a generator that is played again',
    },
    {
      file: 'pure-steps.ts',
      style: 'pure functions, one tick for everything, the disk holds one text',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) {
  throw new Error(`sentinel-commit-and-saga-manifest.ts: ${points} points, not 100`)
}
