import { mutants } from './mutant-list.ts'

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'task-queue',
  version: 1,
  parts: [
    { id: 'handing-out', title: 'Handing out', exports: ['createTaskQueue'], stretch: false },
    { id: 'leases', title: 'Leases', exports: ['createTaskQueue'], stretch: false },
    { id: 'backups', title: 'Backups', exports: ['createTaskQueue'], stretch: false },
  ],
  promises: [
    {
      id: 'accepted-once',
      text: 'An id is accepted once, whatever becomes of it.',
      kind: 'safety',
    },
    { id: 'bounded', text: 'A full queue refuses instead of growing.', kind: 'safety' },
    {
      id: 'counted',
      text: 'No accepted task is lost: each is in exactly one state.',
      kind: 'safety',
    },
    { id: 'in-turn', text: 'Whoever has waited longest is next.', kind: 'liveness' },
    {
      id: 'one-effect',
      text: 'Of all results of a task one counts, and it does count.',
      kind: 'safety',
    },
    {
      id: 'stale',
      text: 'Who has no lease any more is told so, and changes nothing.',
      kind: 'safety',
    },
    {
      id: 'tokens',
      text: 'Every copy of a task has a greater token than the one before.',
      kind: 'safety',
    },
    {
      id: 'expiry',
      text: 'A lease ends at its deadline, and not before: then somebody else gets the task.',
      kind: 'liveness',
    },
    {
      id: 'poison',
      text: 'A task that fails too often is dead, and blocks nobody.',
      kind: 'liveness',
    },
    {
      id: 'backup',
      text: 'A task that is overdue gets a second copy, the one that has run longest first.',
      kind: 'performance',
    },
    { id: 'cost', text: 'Nothing else gets a second copy.', kind: 'performance' },
    {
      id: 'straggler',
      text: 'One slow worker of twenty does not hold up the rest.',
      kind: 'performance',
    },
    { id: 'few', text: 'Backups are few: most work is done once.', kind: 'performance' },
  ],
  tests: [
    {
      id: 'handing out > an id is accepted once',
      promise: 'accepted-once',
      part: 'handing-out',
      points: 6,
    },
    {
      id: 'handing out > a full queue refuses instead of growing',
      promise: 'bounded',
      part: 'handing-out',
      points: 8,
    },
    {
      id: 'handing out > every accepted task is counted in one state',
      promise: 'counted',
      part: 'handing-out',
      points: 8,
    },
    {
      id: 'handing out > whoever has waited longest is next',
      promise: 'in-turn',
      part: 'handing-out',
      points: 8,
    },
    {
      id: 'leases > of all results of a task one counts',
      promise: 'one-effect',
      part: 'leases',
      points: 10,
    },
    {
      id: 'leases > who has no lease any more is told so',
      promise: 'stale',
      part: 'leases',
      points: 10,
    },
    { id: 'leases > the tokens of a task grow', promise: 'tokens', part: 'leases', points: 6 },
    {
      id: 'leases > a lease ends at its deadline, and not before',
      promise: 'expiry',
      part: 'leases',
      points: 10,
    },
    {
      id: 'leases > what fails too often is dead and blocks nobody',
      promise: 'poison',
      part: 'leases',
      points: 8,
    },
    {
      id: 'backups > in a fleet that crashes each task has one effect',
      promise: 'one-effect',
      part: 'backups',
      points: 4,
    },
    {
      id: 'backups > what is overdue gets a backup',
      promise: 'backup',
      part: 'backups',
      points: 7,
    },
    { id: 'backups > nothing else gets one', promise: 'cost', part: 'backups', points: 7 },
    {
      id: 'backups > one slow worker of twenty does not hold up the rest',
      promise: 'straggler',
      part: 'backups',
      points: 5,
    },
    { id: 'backups > backups are few', promise: 'few', part: 'backups', points: 3 },
  ],
  mutants,
  alternatives: [
    {
      file: 'ledger.ts',
      style:
        'a class with one ledger of running copies, in which everything is looked up; leases have getters',
    },
    {
      file: 'states.ts',
      style:
        'closures and generators over one map of immutable states; a mean that is kept up; tokens from zero',
    },
    {
      file: 'slots.ts',
      style:
        'counters that every call keeps up, a linked list, two slots for copies; tokens of all queues',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-task-queue-manifest.ts: ${points} points, not 100`)
