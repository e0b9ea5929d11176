/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'hash-ring',
  version: 1,
  parts: [
    { id: 'owner', title: 'Owner', exports: ['createHashRing'], stretch: false },
    { id: 'replicas', title: 'Replicas', exports: ['createHashRing'], stretch: false },
    { id: 'load', title: 'Load', exports: ['createHashRing'], stretch: false },
  ],
  promises: [
    { id: 'own-ring', text: 'Two rings share nothing.', kind: 'safety' },
    {
      id: 'members',
      text: 'Every key has an owner that is a member, and null means that there is none.',
      kind: 'safety',
    },
    {
      id: 'same-set',
      text: 'A ring depends on who its members are, and on nothing else.',
      kind: 'safety',
    },
    {
      id: 'moves',
      text: 'A node that leaves moves only its own keys, and one that joins moves keys only to itself.',
      kind: 'safety',
    },
    {
      id: 'round',
      text: 'Behind the last point the ring goes on at the first.',
      kind: 'liveness',
    },
    {
      id: 'replicas-differ',
      text: 'The replicas of a key are different nodes, its owner first.',
      kind: 'safety',
    },
    {
      id: 'replicas-enough',
      text: 'There are as many replicas as asked for, or all nodes; a longer list goes on where a shorter one ends.',
      kind: 'liveness',
    },
    {
      id: 'replicas-stay',
      text: 'When a node leaves, the other replicas of a key stay as they are.',
      kind: 'safety',
    },
    {
      id: 'balance',
      text: 'The busiest of ten nodes has little more than its share of the keys.',
      kind: 'performance',
    },
    {
      id: 'lookups',
      text: 'A lookup costs one hash and a short search, however big the ring.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'owner > shares nothing with another ring',
      promise: 'own-ring',
      part: 'owner',
      points: 2,
    },
    {
      id: 'owner > is a member, and null means there is none',
      promise: 'members',
      part: 'owner',
      points: 10,
    },
    {
      id: 'owner > depends on the members alone',
      promise: 'same-set',
      part: 'owner',
      points: 8,
    },
    {
      id: 'owner > a node that leaves moves only its own keys',
      promise: 'moves',
      part: 'owner',
      points: 12,
    },
    {
      id: 'owner > a node that joins moves keys only to itself',
      promise: 'moves',
      part: 'owner',
      points: 6,
    },
    { id: 'owner > the ring is round', promise: 'round', part: 'owner', points: 8 },
    {
      id: 'replicas > begin with the owner and name nobody twice',
      promise: 'replicas-differ',
      part: 'replicas',
      points: 8,
    },
    {
      id: 'replicas > depend on the members alone',
      promise: 'same-set',
      part: 'replicas',
      points: 4,
    },
    {
      id: 'replicas > are as many as asked for, or all',
      promise: 'replicas-enough',
      part: 'replicas',
      points: 8,
    },
    {
      id: 'replicas > stay when another node leaves',
      promise: 'replicas-stay',
      part: 'replicas',
      points: 8,
    },
    { id: 'load > a lookup asks for one hash', promise: 'lookups', part: 'load', points: 6 },
    {
      id: 'load > the busiest of ten nodes has little more than its share',
      promise: 'balance',
      part: 'load',
      points: 12,
    },
    { id: 'load > a big ring answers fast', promise: 'lookups', part: 'load', points: 8 },
  ],
  mutants: [
    {
      file: 'mod-n.ts',
      title: 'the hash modulo the number of nodes',
      promise: 'moves',
    },
    {
      file: 'one-vnode.ts',
      title: 'one point for each node, whatever vnodes says',
      promise: 'balance',
    },
    {
      file: 'no-wrap.ts',
      title: 'after the last point there is nobody',
      promise: 'members',
    },
    {
      file: 'dup-replica.ts',
      title: 'two replicas on one node: the next points, whoever has them',
      promise: 'replicas-differ',
    },
    {
      file: 'ghost.ts',
      title: 'the points of a node survive it',
      promise: 'members',
    },
    {
      file: 'lex-sort.ts',
      title: 'sort() without a comparison orders numbers as text',
      promise: 'moves',
    },
    {
      file: 'insert-tie.ts',
      title: 'of two points on one place the first to come wins',
      promise: 'same-set',
    },
    {
      file: 'signed.ts',
      title: 'places are sorted as signed numbers and searched as unsigned ones',
      promise: 'moves',
    },
    {
      file: 'empty-undef.ts',
      title: 'undefined instead of null when there is nobody',
      promise: 'members',
    },
    {
      file: 'clamp.ts',
      title: 'behind the last point the last node is taken, not the first',
      promise: 'round',
    },
    {
      file: 'second-point.ts',
      title: 'the search ends one point too far',
      promise: 'moves',
    },
    {
      file: 'split-label.ts',
      title: 'the node is what stands before the # of a label',
      promise: 'members',
    },
    {
      file: 'prefix-remove.ts',
      title: 'all labels that begin with the name are removed',
      promise: 'members',
    },
    {
      file: 'falsy-node.ts',
      title: 'an owner with an empty name counts as none',
      promise: 'members',
    },
    {
      file: 'falsy-place.ts',
      title: 'a point at place 0 counts as none',
      promise: 'moves',
    },
    {
      file: 'shared-ring.ts',
      title: 'all rings share one list of points',
      promise: 'own-ring',
    },
    {
      file: 'shared-points.ts',
      title: 'the points of a node are remembered for all rings',
      promise: 'own-ring',
    },
    {
      file: 'locale-tie.ts',
      title: 'names are compared by locale, where two spellings are one',
      promise: 'same-set',
    },
    {
      file: 'map-collision.ts',
      title: 'a map from place to node: who comes later takes the point',
      promise: 'same-set',
    },
    {
      file: 'next-free-place.ts',
      title: 'a point that finds its place taken moves on to the next one',
      promise: 'same-set',
    },
    {
      file: 'comb.ts',
      title: 'points at equal distances: each node has one big arc, a hundred times',
      promise: 'balance',
    },
    {
      file: 'neighbour-points.ts',
      title: 'the points of a node lie side by side',
      promise: 'balance',
    },
    {
      file: 'spread-points.ts',
      title: 'the points of all nodes together are vnodes, so each change moves many',
      promise: 'moves',
    },
    {
      file: 'numbered-nodes.ts',
      title: 'points are made of the number of a node, which changes when another leaves',
      promise: 'moves',
    },
    {
      file: 'remembered-owner.ts',
      title: 'owners are remembered, and forgotten only when a node leaves',
      promise: 'same-set',
    },
    {
      file: 'remembered-list.ts',
      title: 'lists of replicas are remembered, and forgotten only when a node leaves',
      promise: 'same-set',
    },
    {
      file: 'splice-stranger.ts',
      title: 'removing a stranger takes the last node: splice(-1, 1)',
      promise: 'same-set',
    },
    {
      file: 'added-twice.ts',
      title: 'a node that is added twice is still there when it was removed',
      promise: 'members',
    },
    {
      file: 'plain-object.ts',
      title: 'a node named "constructor" is already there',
      promise: 'members',
    },
    {
      file: 'first-n-points.ts',
      title: 'the nodes of the next n points, which may be fewer than n',
      promise: 'replicas-enough',
    },
    {
      file: 'open-end.ts',
      title: 'the list of replicas ends where the ring begins',
      promise: 'replicas-enough',
    },
    {
      file: 'negative-n.ts',
      title: 'slice(0, n) with a negative n gives nearly all',
      promise: 'replicas-enough',
    },
    {
      file: 'no-clamp.ts',
      title: 'where n is more than there are nodes, the list is filled up',
      promise: 'replicas-enough',
    },
    {
      file: 'others-by-name.ts',
      title: 'the owner, and then the others by their names',
      promise: 'replicas-stay',
    },
    {
      file: 'others-by-arrival.ts',
      title: 'the owner, and then the others as they came',
      promise: 'same-set',
    },
    {
      file: 'owner-apart.ts',
      title: 'the replicas begin behind the owner',
      promise: 'replicas-differ',
    },
    {
      file: 'rebuilt.ts',
      title: 'the ring is made anew for each lookup',
      promise: 'lookups',
    },
  ],
  alternatives: [
    { file: 'place-map.ts', style: 'a class; a map of places and a typed array, made when asked' },
    {
      file: 'backwards.ts',
      style: 'closures over pairs; inserts in place, walks against the clock',
    },
    { file: 'sectors.ts', style: 'linked lists in sectors: no sorting and no search' },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-hash-ring-manifest.ts: ${points} points, not 100`)
