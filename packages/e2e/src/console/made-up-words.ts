import type { BlockKind, ExerciseColumn, Priority, PromiseText } from '@five-pillars/console/view'

/** What people type, and what nobody should be able to do with it. */
export const NICKNAMES = [
  'Ada',
  'Grace',
  '<img src=x onerror=alert(1)>',
  'Zoë 山田',
  'Barbara',
  'مرحبا بالعالم',
  'A nickname of thirty-two letters',
  'Edsger',
  '{{ constructor }}',
  'Lynn',
  'Leslie 🐙',
  'Frances',
  'Katherine',
  'Radia',
  'Jim',
  'Nancy',
  'Tony',
  'Mary',
  'Butler',
  'Karen',
] as const

export const NOTES = [
  'My queue grows although every server is idle. What do I not see?',
  '<script>alert("hand")</script>',
  '',
  'Is it right that a released lease may be released again?\nI thought that it counts twice.',
] as const

type DayRow = readonly [string, BlockKind, string | null, number, Priority]

export const DAY: readonly DayRow[] = [
  ['Opening and install check', 'talk', null, 20, 'must'],
  ['Work', 'deck', 'work', 20, 'must'],
  ['Load balancer', 'exercise', 'load-balancer', 35, 'must'],
  ['Break', 'break', null, 10, 'must'],
  ['State', 'deck', 'state', 20, 'must'],
  ['Hash ring', 'exercise', 'hash-ring', 35, 'should'],
  ['Truth', 'deck', 'truth', 25, 'must'],
  ['Quorum', 'exercise', 'quorum', 25, 'must'],
  ['Lunch', 'break', null, 50, 'must'],
  ['Control', 'deck', 'control', 20, 'must'],
  ['Health checker', 'exercise', 'health-checker', 35, 'must'],
  ['Intelligence', 'deck', 'intelligence', 20, 'must'],
  ['Debrief of the best counterexamples', 'talk', null, 20, 'should'],
  ['Game day', 'exercise', 'game-day', 50, 'must'],
  ['Where to go next', 'talk', null, 15, 'could'],
]

export const COLUMNS: readonly ExerciseColumn[] = [
  {
    slug: 'load-balancer',
    title: 'Load balancer',
    pillar: 'work',
    promises: 8,
    points: 100,
    damage: null,
  },
  {
    slug: 'hash-ring',
    title: 'Hash ring',
    pillar: 'state',
    promises: 9,
    points: 100,
    damage: null,
  },
  { slug: 'quorum', title: 'Quorum', pillar: 'truth', promises: 8, points: 60, damage: null },
  {
    slug: 'health-checker',
    title: 'Health checker',
    pillar: 'control',
    promises: 8,
    points: 80,
    damage: null,
  },
  {
    slug: 'autoscaler',
    title: 'Autoscaler',
    pillar: 'intelligence',
    promises: 8,
    points: 80,
    damage: null,
  },
  {
    slug: 'game-day',
    title: 'Game day',
    pillar: 'all-five',
    promises: 6,
    points: 100,
    damage: null,
  },
]

export const PROMISES: readonly PromiseText[] = [
  {
    id: 'books',
    text: 'What is in flight on a backend is the number of its open leases, whatever happened.',
  },
  {
    id: 'fair-under-churn',
    text: 'Every backend that stays eligible gets its turn while others come, go and recover.',
  },
  { id: 'ties-spread', text: 'Backends that are equally good share the work.' },
  {
    id: 'only-healthy',
    text: 'Only healthy members are chosen, and null means that there is none.',
  },
  { id: 'moves', text: 'A node that leaves moves only its own keys.' },
  {
    id: 'slow-backend',
    text: 'One slow backend of ten does not make the whole service slow.',
  },
  { id: 'least-loaded', text: 'The chosen backend has the fewest requests in flight.' },
  { id: 'independent', text: 'A balancer depends on its own calls and its rng alone.' },
]

export const STORY = `Broken promise: What is in flight on a backend is the number of its open
leases, whatever happened.

  1  add({ id: "a" })
  2  acquire()                   → lease on "a"
  3  lease.release("error")
  4  inFlight("a")               → 1, and no lease is open

After 4 calls "a" has 1 request in flight, and no lease is open.
at src/load-balancer.ts:41:7`

export const SOURCE = `import type { Lease, LoadBalancer, Rng } from './contract.ts'

/** <b>not markup</b>, and {{ not }} a template */
export function createRoundRobin(): LoadBalancer {
  const backends: string[] = []
  let cursor = 0
  return {
    acquire(): Lease | null {
      const backend = backends[cursor++ % backends.length]
      return backend === undefined ? null : { backend, release() {} }
    },
  }
}
`
