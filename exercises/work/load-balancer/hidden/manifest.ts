/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'load-balancer',
  version: 1,
  parts: [
    { id: 'round-robin', title: 'Round robin', exports: ['createRoundRobin'], stretch: false },
    {
      id: 'least-connections',
      title: 'Least connections',
      exports: ['createLeastConnections'],
      stretch: false,
    },
    { id: 'two-choices', title: 'Two choices', exports: ['createTwoChoices'], stretch: true },
  ],
  promises: [
    {
      id: 'independent',
      text: 'A balancer depends on its own calls and its rng alone.',
      kind: 'safety',
    },
    {
      id: 'only-healthy',
      text: 'Only healthy members are chosen, and null means that there is none.',
      kind: 'safety',
    },
    {
      id: 'books',
      text: 'What is in flight on a backend is the number of its open leases, whatever happened.',
      kind: 'safety',
    },
    {
      id: 'ties-spread',
      text: 'Backends that are equally good share the work.',
      kind: 'liveness',
    },
    {
      id: 'fair-under-churn',
      text: 'Every backend that stays eligible gets its turn while others come, go and recover.',
      kind: 'liveness',
    },
    {
      id: 'least-loaded',
      text: 'The chosen backend has the fewest requests in flight at that moment.',
      kind: 'performance',
    },
    {
      id: 'two-choices',
      text: 'Two different backends are drawn at random and the lighter one is chosen.',
      kind: 'performance',
    },
    {
      id: 'slow-backend',
      text: 'One slow backend of ten does not make the whole service slow.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'round robin > depends on its own calls and its rng alone',
      promise: 'independent',
      part: 'round-robin',
      points: 3,
    },
    {
      id: 'round robin > chooses only healthy members, and null means there is none',
      promise: 'only-healthy',
      part: 'round-robin',
      points: 6,
    },
    {
      id: 'round robin > in flight is the number of open leases',
      promise: 'books',
      part: 'round-robin',
      points: 8,
    },
    {
      id: 'round robin > equals share the work',
      promise: 'ties-spread',
      part: 'round-robin',
      points: 4,
    },
    {
      id: 'round robin > starts with the first that was added',
      promise: 'fair-under-churn',
      part: 'round-robin',
      points: 2,
    },
    {
      id: 'round robin > no second turn before the others had theirs',
      promise: 'fair-under-churn',
      part: 'round-robin',
      points: 8,
    },
    {
      id: 'round robin > a newcomer is served within k picks',
      promise: 'fair-under-churn',
      part: 'round-robin',
      points: 4,
    },
    {
      id: 'least connections > depends on its own calls and its rng alone',
      promise: 'independent',
      part: 'least-connections',
      points: 3,
    },
    {
      id: 'least connections > chooses only healthy members, and null means there is none',
      promise: 'only-healthy',
      part: 'least-connections',
      points: 6,
    },
    {
      id: 'least connections > in flight is the number of open leases',
      promise: 'books',
      part: 'least-connections',
      points: 11,
    },
    {
      id: 'least connections > equals share the work',
      promise: 'ties-spread',
      part: 'least-connections',
      points: 7,
    },
    {
      id: 'least connections > the chosen backend has the fewest in flight',
      promise: 'least-loaded',
      part: 'least-connections',
      points: 10,
    },
    {
      id: 'least connections > one slow backend of ten leaves the p99 below 400 ms',
      promise: 'slow-backend',
      part: 'least-connections',
      points: 8,
    },
    {
      id: 'two choices > depends on its own calls and its rng alone',
      promise: 'independent',
      part: 'two-choices',
      points: 1,
    },
    {
      id: 'two choices > chooses only healthy members, and null means there is none',
      promise: 'only-healthy',
      part: 'two-choices',
      points: 3,
    },
    {
      id: 'two choices > in flight is the number of open leases',
      promise: 'books',
      part: 'two-choices',
      points: 4,
    },
    {
      id: 'two choices > equals share the work',
      promise: 'ties-spread',
      part: 'two-choices',
      points: 3,
    },
    {
      id: 'two choices > two backends stay level',
      promise: 'two-choices',
      part: 'two-choices',
      points: 2,
    },
    {
      id: 'two choices > the heaviest is never chosen',
      promise: 'two-choices',
      part: 'two-choices',
      points: 3,
    },
    {
      id: 'two choices > any two backends can be the candidates',
      promise: 'two-choices',
      part: 'two-choices',
      points: 2,
    },
    {
      id: 'two choices > one slow backend of ten leaves the p99 below 400 ms',
      promise: 'slow-backend',
      part: 'two-choices',
      points: 2,
    },
  ],
  mutants: [
    {
      file: 'mod-index.ts',
      title: 'index % length skips somebody when a backend leaves',
      promise: 'fair-under-churn',
    },
    {
      file: 'cursor-reset.ts',
      title: 'any health change starts the round anew',
      promise: 'fair-under-churn',
    },
    {
      file: 'unhealthy-ok.ts',
      title: 'health is noted and never asked',
      promise: 'only-healthy',
    },
    {
      file: 'undef.ts',
      title: 'undefined instead of null when there is nobody',
      promise: 'only-healthy',
    },
    {
      file: 'err-leak.ts',
      title: 'a request that failed stays in flight for ever',
      promise: 'books',
    },
    {
      file: 'double-release.ts',
      title: 'a second release is counted again',
      promise: 'books',
    },
    {
      file: 'first-tie.ts',
      title: 'of equals always the first, so that one gets the herd',
      promise: 'ties-spread',
    },
    {
      file: 'most-loaded.ts',
      title: 'the most instead of the fewest in flight',
      promise: 'least-loaded',
    },
    {
      file: 'readd-reset.ts',
      title: 'old leases drive a re-added backend below zero',
      promise: 'books',
    },
    {
      file: 'same-twice.ts',
      title: 'both choices may be the same backend',
      promise: 'two-choices',
    },
    {
      file: 'worse.ts',
      title: 'of two candidates the heavier one',
      promise: 'two-choices',
    },
    {
      file: 'served-least.ts',
      title: 'turns are counted from the start, so a newcomer gets many in a row',
      promise: 'fair-under-churn',
    },
    {
      file: 'cursor-by-id.ts',
      title: 'the last id is looked up after it left, so the round starts anew',
      promise: 'fair-under-churn',
    },
    {
      file: 'recovered-first.ts',
      title: 'a healthy report gives a turn, also to one that was never ill',
      promise: 'fair-under-churn',
    },
    {
      file: 'recovered-jumps.ts',
      title: 'whoever recovers jumps the queue, so one that flaps starves the others',
      promise: 'fair-under-churn',
    },
    {
      file: 'text-order.ts',
      title: 'loads compared as text: ten is less than two',
      promise: 'least-loaded',
    },
    {
      file: 'sampled-least.ts',
      title: 'the least of four drawn at random, not of all',
      promise: 'least-loaded',
    },
    {
      file: 'number-order.ts',
      title: 'a plain object sorts ids that look like numbers',
      promise: 'fair-under-churn',
    },
    {
      file: 'add-resets.ts',
      title: 'adding a member again declares it healthy',
      promise: 'only-healthy',
    },
    {
      file: 'ghost.ts',
      title: 'a health report about a stranger makes it a member',
      promise: 'only-healthy',
    },
    {
      file: 'remembered-illness.ts',
      title: 'a re-added backend is still ill from its former life',
      promise: 'only-healthy',
    },
    {
      file: 'min-before-health.ts',
      title: 'chooses first and asks for health afterwards',
      promise: 'only-healthy',
    },
    {
      file: 'plain-object.ts',
      title: 'a backend named "constructor" is already there',
      promise: 'only-healthy',
    },
    {
      file: 'clamped-readd.ts',
      title: 'never below zero, but old leases still count against the new life',
      promise: 'books',
    },
    {
      file: 'unhealthy-forgets.ts',
      title: 'an ill backend forgets what it is working on',
      promise: 'books',
    },
    {
      file: 'shared-members.ts',
      title: 'all balancers share one list of members',
      promise: 'independent',
    },
    {
      file: 'own-dice.ts',
      title: 'Math.random instead of the rng',
      promise: 'independent',
    },
    {
      file: 'total-served.ts',
      title: 'counts what was ever served instead of what is in flight',
      promise: 'slow-backend',
    },
    {
      file: 'neighbour-pair.ts',
      title: 'the two candidates are always neighbours',
      promise: 'two-choices',
    },
    {
      file: 'least-of-all.ts',
      title: 'looks at all backends instead of two',
      promise: 'two-choices',
    },
    {
      file: 'off-by-one.ts',
      title: 'the last backend is never drawn first',
      promise: 'ties-spread',
    },
    {
      file: 'sort-shuffle.ts',
      title: 'a shuffle that sorts by chance prefers some pairs',
      promise: 'two-choices',
    },
    {
      file: 'removes-last.ts',
      title: 'an id that is not there has index -1, and the last member is removed',
      promise: 'only-healthy',
    },
  ],
  alternatives: [
    { file: 'rotating-queue.ts', style: 'a class that rotates a queue; ties go round' },
    { file: 'stable-order.ts', style: 'closures; the next after the last chosen in stable order' },
    { file: 'linked-ring.ts', style: 'a ring of linked nodes with one hand; without the stretch' },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-load-balancer-manifest.ts: ${points} points, not 100`)
