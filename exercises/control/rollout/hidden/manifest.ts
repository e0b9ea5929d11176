import { mutants } from './mutant-list.ts'

const core = { exports: ['createRollout'], stretch: false } as const

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'rollout',
  version: 1,
  parts: [
    { id: 'waves', title: 'Waves', ...core },
    { id: 'verdict', title: 'Verdict', ...core },
    { id: 'way-back', title: 'Way back', ...core },
    { id: 'life', title: 'Life', ...core },
    { id: 'incidents', title: 'Incidents', ...core },
    { id: 'world', title: 'World', ...core },
  ],
  promises: [
    {
      id: 'waves',
      text: 'No host gets the new version before its wave, and no wave begins before the last one was judged.',
      kind: 'safety',
    },
    { id: 'room', text: 'Never more hosts are down than allowed.', kind: 'safety' },
    {
      id: 'evidence',
      text: 'A verdict needs time and traffic, and the old version beside it.',
      kind: 'safety',
    },
    {
      id: 'everybody',
      text: 'It is done when every host reports the new version and is healthy.',
      kind: 'safety',
    },
    { id: 'flag', text: 'The flag is on last and off first.', kind: 'safety' },
    { id: 'allowed', text: 'No host goes where it may not.', kind: 'safety' },
    {
      id: 'own',
      text: 'A rollout depends on its own fleet and clock alone, and each start on what hosts report.',
      kind: 'safety',
    },
    {
      id: 'tries',
      text: 'A host gets three tries, and what it reports afterwards counts.',
      kind: 'liveness',
    },
    {
      id: 'sick',
      text: 'A host that is down with the new version is a verdict.',
      kind: 'liveness',
    },
    {
      id: 'soon',
      text: 'Whatever it waits for, it sees it within three seconds.',
      kind: 'liveness',
    },
    { id: 'back', text: 'What is taken back is taken back from everybody.', kind: 'liveness' },
    { id: 'state', text: 'State says what is going on.', kind: 'liveness' },
    { id: 'pace', text: 'It takes as many hosts at a time as it may.', kind: 'performance' },
    { id: 'quiet', text: 'Whoever is done leaves no timer.', kind: 'performance' },
    { id: 'knight', text: 'Knight: nobody sends an order that nobody gave.', kind: 'safety' },
    {
      id: 'cloudflare',
      text: 'Cloudflare: a file takes the same waves as code, each time.',
      kind: 'safety',
    },
    {
      id: 'world',
      text: 'A good version is shipped, and a bad one hurts few.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'waves > one wave after the other, each judged before the next',
      promise: 'waves',
      part: 'waves',
      points: 7,
    },
    { id: 'waves > the zones share a wave', promise: 'waves', part: 'waves', points: 4 },
    {
      id: 'waves > never more hosts down than allowed',
      promise: 'room',
      part: 'waves',
      points: 6,
    },
    { id: 'waves > as many at a time as allowed', promise: 'pace', part: 'waves', points: 4 },
    { id: 'waves > a host gets three tries', promise: 'tries', part: 'waves', points: 6 },
    {
      id: 'waves > done only when every host says so',
      promise: 'everybody',
      part: 'waves',
      points: 6,
    },
    {
      id: 'verdict > no verdict before its time, and none without traffic',
      promise: 'evidence',
      part: 'verdict',
      points: 6,
    },
    {
      id: 'verdict > the old version beside it is what counts',
      promise: 'evidence',
      part: 'verdict',
      points: 7,
    },
    {
      id: 'verdict > a host that is down is a verdict',
      promise: 'sick',
      part: 'verdict',
      points: 6,
    },
    {
      id: 'verdict > a verdict as soon as there is evidence',
      promise: 'soon',
      part: 'verdict',
      points: 4,
    },
    {
      id: 'way back > the flag is on last and off first',
      promise: 'flag',
      part: 'way-back',
      points: 6,
    },
    { id: 'way back > no flag, no call', promise: 'flag', part: 'way-back', points: 1 },
    {
      id: 'way back > it does not go where it may not',
      promise: 'allowed',
      part: 'way-back',
      points: 5,
    },
    {
      id: 'way back > what is bad is taken back from everybody',
      promise: 'back',
      part: 'way-back',
      points: 4,
    },
    {
      id: 'way back > an abort takes back what is under way, too',
      promise: 'back',
      part: 'way-back',
      points: 4,
    },
    {
      id: 'way back > who is down does not hold up the way back',
      promise: 'back',
      part: 'way-back',
      points: 3,
    },
    {
      id: 'life > a rollout depends on its own fleet and clock alone',
      promise: 'own',
      part: 'life',
      points: 2,
    },
    { id: 'life > state tells the truth', promise: 'state', part: 'life', points: 3 },
    {
      id: 'life > a start while one is under way is nothing',
      promise: 'own',
      part: 'life',
      points: 1,
    },
    {
      id: 'life > the next start begins with the first wave',
      promise: 'own',
      part: 'life',
      points: 2,
    },
    {
      id: 'life > a new controller goes on where the old one was',
      promise: 'own',
      part: 'life',
      points: 3,
    },
    { id: 'life > at the end no timer is left', promise: 'quiet', part: 'life', points: 2 },
    {
      id: 'incidents > Knight: the eighth server',
      promise: 'knight',
      part: 'incidents',
      points: 1,
    },
    { id: 'incidents > Knight: the way back', promise: 'knight', part: 'incidents', points: 1 },
    {
      id: 'incidents > Cloudflare: a file twice the size',
      promise: 'cloudflare',
      part: 'incidents',
      points: 2,
    },
    {
      id: 'world > good ones are shipped, and bad ones hurt few',
      promise: 'world',
      part: 'world',
      points: 4,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'async-class.ts',
      style: 'a class with methods that await; a way is a token, deployments are workers',
    },
    {
      file: 'generators.ts',
      style: 'a story told by generators, which an abort tears up; no prototype, promises in a map',
    },
    {
      file: 'reconciler.ts',
      style: 'a loop that compares what is with what is wanted; memory is replaced, never changed',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-rollout-manifest.ts: ${points} points, not 100`)
