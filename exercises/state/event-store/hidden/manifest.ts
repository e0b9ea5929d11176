/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'event-store',
  version: 1,
  parts: [
    { id: 'appending', title: 'Appending', exports: ['createEventStore'], stretch: false },
    { id: 'restoring', title: 'Restoring', exports: ['createEventStore'], stretch: false },
    { id: 'projecting', title: 'Projecting', exports: ['project'], stretch: false },
  ],
  promises: [
    {
      id: 'one-winner',
      text: 'Of two writers who saw the same version one wins, and the other is told.',
      kind: 'safety',
    },
    {
      id: 'once',
      text: 'A command that comes again gets its first answer, and nothing is added.',
      kind: 'safety',
    },
    { id: 'lets-in', text: 'Who has seen the present version is let in.', kind: 'liveness' },
    {
      id: 'accepted',
      text: 'What was accepted is read, all of it, once, numbered without a gap.',
      kind: 'safety',
    },
    {
      id: 'today',
      text: 'What is read has the shape of today, however old it is.',
      kind: 'liveness',
    },
    {
      id: 'restored',
      text: 'All events come to the same, with snapshots and without.',
      kind: 'safety',
    },
    {
      id: 'used',
      text: 'Only what came after the newest snapshot is applied.',
      kind: 'performance',
    },
    {
      id: 'refuses',
      text: 'A snapshot of a version that is not there is refused.',
      kind: 'liveness',
    },
    {
      id: 'folds',
      text: 'Each event counts once, in its order, however often it comes.',
      kind: 'safety',
    },
    { id: 'gap', text: 'A gap is told, and changes nothing.', kind: 'liveness' },
    {
      id: 'goes-on',
      text: 'The next event is taken, whatever went wrong before.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'appending > who has not seen the present version is told of it',
      promise: 'one-winner',
      part: 'appending',
      points: 10,
    },
    {
      id: 'appending > a command that comes again gets its first answer',
      promise: 'once',
      part: 'appending',
      points: 12,
    },
    {
      id: 'appending > who has seen the present version is let in',
      promise: 'lets-in',
      part: 'appending',
      points: 8,
    },
    {
      id: 'appending > what was accepted is read, each in its place',
      promise: 'accepted',
      part: 'appending',
      points: 8,
    },
    {
      id: 'appending > what is read has the shape of today',
      promise: 'today',
      part: 'appending',
      points: 6,
    },
    {
      id: 'restoring > all events come to the same, with snapshots and without',
      promise: 'restored',
      part: 'restoring',
      points: 12,
    },
    {
      id: 'restoring > only what came after the newest snapshot is applied',
      promise: 'used',
      part: 'restoring',
      points: 10,
    },
    {
      id: 'restoring > a snapshot of a version that is not there is refused',
      promise: 'refuses',
      part: 'restoring',
      points: 4,
    },
    {
      id: 'projecting > each event counts once, however often it comes',
      promise: 'folds',
      part: 'projecting',
      points: 12,
    },
    {
      id: 'projecting > a gap is told, and changes nothing',
      promise: 'gap',
      part: 'projecting',
      points: 10,
    },
    {
      id: 'projecting > the next event is taken, whatever went wrong before',
      promise: 'goes-on',
      part: 'projecting',
      points: 8,
    },
  ],
  mutants: [
    {
      file: 'ahead-is-fine.ts',
      title: 'only a writer who is behind is refused',
      promise: 'one-winner',
    },
    {
      file: 'behind-is-fine.ts',
      title: 'only a writer who is ahead is refused',
      promise: 'one-winner',
    },
    { file: 'last-wins.ts', title: 'nobody is refused', promise: 'one-winner' },
    {
      file: 'tells-expected.ts',
      title: 'the conflict names the version that was expected',
      promise: 'one-winner',
    },
    {
      file: 'tells-version.ts',
      title: 'a conflict is answered like a success',
      promise: 'one-winner',
    },
    {
      file: 'partial-batch.ts',
      title: 'of a batch that came too late, the part beyond the present is added',
      promise: 'accepted',
    },
    {
      file: 'adds-then-looks.ts',
      title: 'a batch is added before the version is looked at',
      promise: 'accepted',
    },
    { file: 'no-memory.ts', title: 'commands are not remembered', promise: 'once' },
    { file: 'last-command.ts', title: 'only the last command is remembered', promise: 'once' },
    {
      file: 'conflict-first.ts',
      title: 'the version is looked at before the command',
      promise: 'once',
    },
    {
      file: 'present-again.ts',
      title: 'a repeated command is told the present version',
      promise: 'once',
    },
    { file: 'repeated-is-conflict.ts', title: 'a repeated command is a conflict', promise: 'once' },
    {
      file: 'repeat-adds.ts',
      title: 'a repeated command is answered as before, and carried out again',
      promise: 'accepted',
    },
    {
      file: 'refusal-stands.ts',
      title: 'a command that was refused is refused for ever',
      promise: 'lets-in',
    },
    {
      file: 'commands-of-all.ts',
      title: 'a command of one stream is known in all of them',
      promise: 'lets-in',
    },
    {
      file: 'joined-key.ts',
      title: 'stream and command are joined to one key',
      promise: 'lets-in',
    },
    { file: 'needs-name.ts', title: 'a command without a name is not remembered', promise: 'once' },
    {
      file: 'zero-answer.ts',
      title: 'a command that was answered with version 0 is not remembered',
      promise: 'once',
    },
    {
      file: 'global-version.ts',
      title: 'versions are counted over all streams',
      promise: 'lets-in',
    },
    { file: 'empty-refused.ts', title: 'a batch without events is a conflict', promise: 'lets-in' },
    { file: 'one-log.ts', title: 'all streams share one log', promise: 'accepted' },
    {
      file: 'plain-object.ts',
      title: 'streams in a plain object, which has a "constructor" already',
      promise: 'lets-in',
    },
    { file: 'shared-streams.ts', title: 'all stores share their streams', promise: 'lets-in' },
    {
      file: 'reversed-batch.ts',
      title: 'the last event of a batch comes first',
      promise: 'accepted',
    },
    {
      file: 'first-of-batch.ts',
      title: 'only the first event of a batch is kept',
      promise: 'lets-in',
    },
    {
      file: 'put-in-front.ts',
      title: 'new events are put in front of the old ones',
      promise: 'accepted',
    },
    { file: 'from-zero.ts', title: 'versions are counted from zero', promise: 'accepted' },
    {
      file: 'counted-anew.ts',
      title: 'what is read is counted from one, wherever it begins',
      promise: 'accepted',
    },
    { file: 'after-from.ts', title: 'the version to read from is left out', promise: 'accepted' },
    {
      file: 'from-ignored.ts',
      title: 'everything is read, whatever was asked',
      promise: 'accepted',
    },
    {
      file: 'from-the-end.ts',
      title: 'from 0 is taken for the end of the list',
      promise: 'accepted',
    },
    {
      file: 'as-stored.ts',
      title: 'what is read has the shape in which it was written',
      promise: 'today',
    },
    {
      file: 'cast-twice.ts',
      title: 'events are cast when they are written, and again when they are read',
      promise: 'accepted',
    },
    {
      file: 'newest-only-cast.ts',
      title: 'only the first event that is read is cast',
      promise: 'today',
    },
    {
      file: 'restored-as-stored.ts',
      title: 'what is applied has the shape in which it was written',
      promise: 'restored',
    },
    {
      file: 'last-event-twice.ts',
      title: 'the event of the snapshot is applied again',
      promise: 'restored',
    },
    {
      file: 'event-skipped.ts',
      title: 'the event after the snapshot is left out',
      promise: 'restored',
    },
    {
      file: 'snapshot-is-all.ts',
      title: 'the snapshot is the answer, whatever came later',
      promise: 'restored',
    },
    {
      file: 'snapshot-version.ts',
      title: 'what is restored has the version of its snapshot',
      promise: 'restored',
    },
    {
      file: 'all-on-snapshot.ts',
      title: 'all events are applied to the snapshot',
      promise: 'restored',
    },
    {
      file: 'snapshots-of-all.ts',
      title: 'a snapshot counts for every stream',
      promise: 'restored',
    },
    { file: 'never-used.ts', title: 'snapshots are kept and never used', promise: 'used' },
    {
      file: 'last-snapshot.ts',
      title: 'the snapshot that came last is used, however old',
      promise: 'used',
    },
    { file: 'first-snapshot.ts', title: 'the first snapshot is never replaced', promise: 'used' },
    {
      file: 'believes-all.ts',
      title: 'a snapshot of a version that is not there yet is kept',
      promise: 'refuses',
    },
    {
      file: 'quietly-refused.ts',
      title: 'a snapshot of a version that is not there is dropped without a word',
      promise: 'refuses',
    },
    {
      file: 'only-older.ts',
      title: 'a snapshot of the present version is refused',
      promise: 'restored',
    },
    { file: 'applies-again.ts', title: 'an event that comes twice counts twice', promise: 'folds' },
    { file: 'only-the-last.ts', title: 'only the event that came last is known', promise: 'folds' },
    { file: 'skips-gap.ts', title: 'a gap is skipped, and the rest is folded', promise: 'gap' },
    {
      file: 'waits-quietly.ts',
      title: 'an event that comes too early is dropped without a word',
      promise: 'gap',
    },
    {
      file: 'moves-on.ts',
      title: 'a gap is told, and its place is taken for done',
      promise: 'gap',
    },
    {
      file: 'folds-and-tells.ts',
      title: 'a gap is told after the event was applied',
      promise: 'gap',
    },
    { file: 'two-is-no-gap.ts', title: 'one missing event is let pass', promise: 'gap' },
    {
      file: 'counts-first.ts',
      title: 'the position moves before the event is applied',
      promise: 'goes-on',
    },
    { file: 'swallows.ts', title: 'what apply throws is swallowed', promise: 'goes-on' },
    {
      file: 'stays-broken.ts',
      title: 'after one error nothing is taken any more',
      promise: 'goes-on',
    },
    {
      file: 'seen-is-done.ts',
      title: 'whatever was seen counts as done, also where it was refused',
      promise: 'goes-on',
    },
    { file: 'no-checkpoint.ts', title: 'the checkpoint is not looked at', promise: 'folds' },
    {
      file: 'checkpoint-state.ts',
      title: 'a checkpoint has a state, and the position begins at zero',
      promise: 'folds',
    },
    {
      file: 'checkpoint-place.ts',
      title: 'a checkpoint has a position, and the state begins anew',
      promise: 'folds',
    },
    {
      file: 'checkpoint-again.ts',
      title: 'the event of the checkpoint is applied again',
      promise: 'folds',
    },
  ],
  alternatives: [
    {
      file: 'one-log.ts',
      style: 'one log for all streams, in classes; every answer is looked up in it',
    },
    {
      file: 'folded-ahead.ts',
      style: 'closures over maps; snapshots of all versions in a sparse list',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-event-store-manifest.ts: ${points} points, not 100`)
