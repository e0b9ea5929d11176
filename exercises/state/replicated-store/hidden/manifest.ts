import { mutants } from './mutant-list.ts'

/** What is graded: the judge reads this as data. Points follow what a mistake would cost. */
export const manifest = {
  slug: 'replicated-store',
  version: 1,
  parts: [
    { id: 'following', title: 'Following', exports: ['createReplica'], stretch: false },
    { id: 'leading', title: 'Leading', exports: ['createReplica'], stretch: false },
    { id: 'restoring', title: 'Restoring', exports: ['createReplica'], stretch: false },
    { id: 'world', title: 'World', exports: ['createReplica'], stretch: false },
  ],
  promises: [
    {
      id: 'fenced',
      text: 'An earlier epoch is not obeyed, and an epoch is never forgotten.',
      kind: 'safety',
    },
    {
      id: 'follows',
      text: "A follower's log becomes that of its leader: in order, once, and nothing beside it.",
      kind: 'safety',
    },
    { id: 'durable', text: 'What a replica says is on its disk first.', kind: 'safety' },
    {
      id: 'leads',
      text: 'Nobody leads without a majority, and whoever leads has the best of its logs.',
      kind: 'safety',
    },
    {
      id: 'acks',
      text: 'An acknowledgement is true: enough members have the write, in this epoch.',
      kind: 'safety',
    },
    {
      id: 'deposed',
      text: 'Whoever has heard of a newer epoch, or has crashed, leads no more.',
      kind: 'safety',
    },
    {
      id: 'backup',
      text: 'A backup is all of the log and can be replayed, or there is none.',
      kind: 'safety',
    },
    {
      id: 'restore',
      text: 'A restore gives exactly the state of that moment, to everybody.',
      kind: 'safety',
    },
    { id: 'lossless', text: 'Whatever breaks, no acknowledged write is lost.', kind: 'safety' },
    {
      id: 'alone',
      text: 'A replica depends on its env alone: the same seed gives the same run.',
      kind: 'safety',
    },
    {
      id: 'answers',
      text: 'Every Fence and Append is answered at once, refused ones too.',
      kind: 'liveness',
    },
    {
      id: 'in-time',
      text: 'A write or a restore is acknowledged as soon as it may be.',
      kind: 'liveness',
    },
    {
      id: 'tells',
      text: 'Everybody is told at once, and again until it answers.',
      kind: 'liveness',
    },
    {
      id: 'together',
      text: 'Once the faults are over, all replicas hold one log, and writes are acknowledged.',
      kind: 'liveness',
    },
    {
      id: 'spares',
      text: 'What a peer has confirmed is not sent to it again.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'following > an earlier epoch is not obeyed',
      promise: 'fenced',
      part: 'following',
      points: 2,
    },
    {
      id: 'following > an epoch is kept through a crash',
      promise: 'fenced',
      part: 'following',
      points: 2,
    },
    {
      id: 'following > entries that do not fit are not taken',
      promise: 'follows',
      part: 'following',
      points: 2,
    },
    {
      id: 'following > entries come in order, each of them once',
      promise: 'follows',
      part: 'following',
      points: 2,
    },
    {
      id: 'following > what only an earlier leader had is discarded',
      promise: 'follows',
      part: 'following',
      points: 2,
    },
    {
      id: 'following > a message that was overtaken takes nothing away',
      promise: 'follows',
      part: 'following',
      points: 2,
    },
    {
      id: 'following > what is confirmed is on the disk',
      promise: 'durable',
      part: 'following',
      points: 3,
    },
    {
      id: 'following > every Fence and Append is answered at once',
      promise: 'answers',
      part: 'following',
      points: 6,
    },
    {
      id: 'leading > nobody leads an epoch that is not new',
      promise: 'fenced',
      part: 'leading',
      points: 2,
    },
    {
      id: 'leading > nobody leads without a majority',
      promise: 'leads',
      part: 'leading',
      points: 3,
    },
    {
      id: 'leading > a new leader has the best log of its majority',
      promise: 'leads',
      part: 'leading',
      points: 3,
    },
    {
      id: 'leading > what is acknowledged is on the disk',
      promise: 'durable',
      part: 'leading',
      points: 3,
    },
    {
      id: 'leading > in quorum mode most members have what is acknowledged',
      promise: 'acks',
      part: 'leading',
      points: 3,
    },
    {
      id: 'leading > confirmations of an earlier epoch do not count',
      promise: 'acks',
      part: 'leading',
      points: 2,
    },
    {
      id: 'leading > whoever hears of a newer epoch leads no more',
      promise: 'deposed',
      part: 'leading',
      points: 3,
    },
    { id: 'leading > after a crash nobody leads', promise: 'deposed', part: 'leading', points: 1 },
    {
      id: 'leading > a write ends once, and a refused one is nowhere',
      promise: 'acks',
      part: 'leading',
      points: 2,
    },
    {
      id: 'leading > times in the log never go back',
      promise: 'restore',
      part: 'leading',
      points: 1,
    },
    {
      id: 'leading > a write is acknowledged as soon as it may be',
      promise: 'in-time',
      part: 'leading',
      points: 5,
    },
    { id: 'leading > everybody is told at once', promise: 'tells', part: 'leading', points: 3 },
    {
      id: 'leading > whoever has not answered is told again',
      promise: 'tells',
      part: 'leading',
      points: 4,
    },
    {
      id: 'leading > whatever a peer has, it comes to the log of its leader',
      promise: 'tells',
      part: 'leading',
      points: 4,
    },
    {
      id: 'leading > what a peer has confirmed is not sent to it again',
      promise: 'spares',
      part: 'leading',
      points: 4,
    },
    {
      id: 'restoring > a backup is all of the log, and stays as it is',
      promise: 'backup',
      part: 'restoring',
      points: 2,
    },
    {
      id: 'restoring > what cannot be replayed is no backup',
      promise: 'backup',
      part: 'restoring',
      points: 2,
    },
    {
      id: 'restoring > a restore gives the state of that moment to everybody',
      promise: 'restore',
      part: 'restoring',
      points: 4,
    },
    {
      id: 'restoring > a backup needs nothing beside itself',
      promise: 'restore',
      part: 'restoring',
      points: 1,
    },
    {
      id: 'restoring > a restore takes nothing from the log',
      promise: 'restore',
      part: 'restoring',
      points: 1,
    },
    { id: 'restoring > only a leader restores', promise: 'restore', part: 'restoring', points: 1 },
    {
      id: 'restoring > a restore is told when it will last, and once',
      promise: 'acks',
      part: 'restoring',
      points: 1,
    },
    {
      id: 'restoring > a restore is told as soon as it may be',
      promise: 'in-time',
      part: 'restoring',
      points: 6,
    },
    {
      id: 'restoring > ten minutes before the delete',
      promise: 'restore',
      part: 'restoring',
      points: 2,
    },
    { id: 'restoring > GitLab, 31 January 2017', promise: 'restore', part: 'restoring', points: 2 },
    {
      id: 'world > the same world runs the same way twice',
      promise: 'alone',
      part: 'world',
      points: 1,
    },
    {
      id: 'world > no acknowledged write is lost, whatever breaks',
      promise: 'lossless',
      part: 'world',
      points: 5,
    },
    {
      id: 'world > once the faults are over, all hold one log',
      promise: 'together',
      part: 'world',
      points: 8,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'optimistic-class.ts',
      style:
        'a class; a key of the disk for each entry; guesses where a peer stands, and goes back',
    },
    { file: 'pure-steps.ts', style: 'pure steps that return what is to be done, and no loop' },
    { file: 'ticking.ts', style: 'one timer that ticks for ever; the disk holds JSON' },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) {
  throw new Error(`sentinel-replicated-store-manifest.ts: ${points} points, not 100`)
}
