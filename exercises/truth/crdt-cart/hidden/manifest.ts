/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'crdt-cart',
  version: 1,
  parts: [
    {
      id: 'counter',
      title: 'Counter',
      exports: ['pnCounter'],
      values: ['pnCounter'],
      stretch: false,
    },
    { id: 'set', title: 'Set', exports: ['orSet'], values: ['orSet'], stretch: false },
    { id: 'cart', title: 'Cart', exports: ['cart'], values: ['cart'], stretch: false },
    { id: 'lean', title: 'Lean set', exports: ['leanSet'], values: ['leanSet'], stretch: true },
  ],
  promises: [
    { id: 'counts-once', text: 'A node counts all that it knows of, each once.', kind: 'safety' },
    {
      id: 'any-order',
      text: 'States come together to the same, in any order and grouping, however often.',
      kind: 'safety',
    },
    { id: 'no-add-lost', text: 'An add that no remove has seen stays.', kind: 'safety' },
    { id: 'set-gone', text: 'What was removed is gone until it is added again.', kind: 'liveness' },
    { id: 'no-piece-lost', text: 'No piece is lost that no remove has seen.', kind: 'safety' },
    { id: 'cart-gone', text: 'A piece counts once, and goes with its remove.', kind: 'liveness' },
    {
      id: 'same',
      text: 'From the same state and operation the same comes, everywhere and always.',
      kind: 'safety',
    },
    { id: 'lean-sees', text: 'A lean set is a set.', kind: 'liveness' },
    { id: 'lean', text: 'What was removed leaves nothing behind.', kind: 'performance' },
  ],
  tests: [
    {
      id: 'counter > every node counts what it knows of, once',
      promise: 'counts-once',
      part: 'counter',
      points: 14,
    },
    {
      id: 'counter > states come together in any order and grouping',
      promise: 'any-order',
      part: 'counter',
      points: 4,
    },
    {
      id: 'set > an add that no remove has seen stays',
      promise: 'no-add-lost',
      part: 'set',
      points: 12,
    },
    {
      id: 'set > what was removed is gone until it is added again',
      promise: 'set-gone',
      part: 'set',
      points: 18,
    },
    {
      id: 'set > sets and carts come together in any order and grouping',
      promise: 'any-order',
      part: 'set',
      points: 4,
    },
    {
      id: 'cart > no piece is lost that no remove has seen',
      promise: 'no-piece-lost',
      part: 'cart',
      points: 12,
    },
    {
      id: 'cart > a piece counts once, and goes with its remove',
      promise: 'cart-gone',
      part: 'cart',
      points: 18,
    },
    { id: 'cart > from the same state the same comes', promise: 'same', part: 'cart', points: 6 },
    {
      id: 'lean > every node sees what it knows of',
      promise: 'lean-sees',
      part: 'lean',
      points: 6,
    },
    {
      id: 'lean > what was removed leaves nothing behind',
      promise: 'lean',
      part: 'lean',
      points: 6,
    },
  ],
  mutants: [
    {
      file: 'one-number.ts',
      title: 'one number for all, and the larger one wins',
      promise: 'counts-once',
    },
    { file: 'adds-up.ts', title: 'a merge adds the counts of a node', promise: 'counts-once' },
    {
      file: 'lowers.ts',
      title: 'what is taken away lowers the count of its node, and comes back with the next merge',
      promise: 'counts-once',
    },
    {
      file: 'second-wins.ts',
      title: 'of one node the count of the second state is believed',
      promise: 'counts-once',
    },
    {
      file: 'first-wins.ts',
      title: 'of one node the count of the first state is believed',
      promise: 'counts-once',
    },
    {
      file: 'smaller.ts',
      title: 'of two counts the smaller one is believed, which both know',
      promise: 'counts-once',
    },
    { file: 'never-less.ts', title: 'what is taken away is not counted', promise: 'counts-once' },
    {
      file: 'sum-decides.ts',
      title: 'of one node the state with the larger sum is believed',
      promise: 'counts-once',
    },
    { file: 'one-name.ts', title: 'all nodes count under one name', promise: 'counts-once' },
    {
      file: 'plain-object.ts',
      title: 'counts in a plain object, which knows a "constructor"',
      promise: 'counts-once',
    },
    {
      file: 'a-map.ts',
      title: 'the state is a map, which does not survive the wire',
      promise: 'counts-once',
    },
    {
      file: 'in-place.ts',
      title: 'an operation is written into the state that was given',
      promise: 'counts-once',
    },
    {
      file: 'removed-for-ever.ts',
      title: 'what was removed once can never come back',
      promise: 'no-add-lost',
    },
    {
      file: 'last-op-wins.ts',
      title: 'the operation with the highest number wins, and removes what it never saw',
      promise: 'no-add-lost',
    },
    {
      file: 'remove-wins.ts',
      title: 'a remove also removes what was added at the same time',
      promise: 'no-add-lost',
    },
    {
      file: 'dice-of-its-own.ts',
      title: 'adds are numbered by a counter beside the state, which a restart sets back',
      promise: 'same',
    },
    {
      file: 'numbers-again.ts',
      title: 'the number of an add is the number of those that are there',
      promise: 'no-add-lost',
    },
    {
      file: 'no-node.ts',
      title: 'adds are numbered over all nodes, so that two have the same number',
      promise: 'no-piece-lost',
    },
    {
      file: 'union.ts',
      title: 'a merge keeps all that either has, so that removed items come back',
      promise: 'set-gone',
    },
    { file: 'common-only.ts', title: 'a merge keeps what both have', promise: 'no-add-lost' },
    {
      file: 'own-removes-only.ts',
      title: 'removes that the other state has seen are not taken over',
      promise: 'set-gone',
    },
    {
      file: 'heard-again.ts',
      title: 'what this state has removed comes back from the other',
      promise: 'set-gone',
    },
    {
      file: 'first-knows.ts',
      title: 'a merge remembers only what the first has seen',
      promise: 'set-gone',
    },
    {
      file: 'less-seen.ts',
      title: 'of what was seen the smaller count is kept',
      promise: 'set-gone',
    },
    {
      file: 'edge.ts',
      title: 'an add that is the newest of its node counts as not seen',
      promise: 'set-gone',
    },
    {
      file: 'one-at-a-time.ts',
      title: 'a remove takes only one of several adds',
      promise: 'set-gone',
    },
    {
      file: 'forgets-node.ts',
      title: 'a remove forgets what its node has done',
      promise: 'no-add-lost',
    },
    {
      file: 'own-adds-only.ts',
      title: 'a remove takes only what its own node has added',
      promise: 'set-gone',
    },
    {
      file: 'there-already.ts',
      title: 'an item that is there is not added again',
      promise: 'no-add-lost',
    },
    {
      file: 'each-add.ts',
      title: 'the value lists an item once for each add',
      promise: 'set-gone',
    },
    { file: 'needs-name.ts', title: 'an item without a name is not shown', promise: 'no-add-lost' },
    { file: 'sets-quantity.ts', title: 'adding sets the quantity', promise: 'no-piece-lost' },
    {
      file: 'largest-add.ts',
      title: 'of several adds the largest counts',
      promise: 'no-piece-lost',
    },
    {
      file: 'one-add-a-node.ts',
      title: 'of several adds of one node the last counts',
      promise: 'no-piece-lost',
    },
    { file: 'counts-adds.ts', title: 'each add counts as one piece', promise: 'no-piece-lost' },
    {
      file: 'merge-counts.ts',
      title: 'what both states have is one piece more with each merge',
      promise: 'cart-gone',
    },
    {
      file: 'subtracts.ts',
      title: 'a remove is an add of less than nothing, so that two of them take too much',
      promise: 'no-piece-lost',
    },
    {
      file: 'zero-left.ts',
      title: 'an item that was removed stays with a quantity of 0',
      promise: 'cart-gone',
    },
    {
      file: 'keeps-tags.ts',
      title: 'the lean set keeps the tag of everything it has removed',
      promise: 'lean',
    },
    {
      file: 'lean-forgets.ts',
      title: 'the lean set forgets what a node did once nothing of it is left',
      promise: 'lean-sees',
    },
    {
      file: 'lean-last-add.ts',
      title: 'the lean set keeps one add of each item, whoever made it',
      promise: 'lean-sees',
    },
  ],
  alternatives: [
    {
      file: 'tombstones.ts',
      style: 'the textbook: a class, a tag for each add, removed tags kept; no lean set',
    },
    { file: 'whole-history.ts', style: 'a state is all that happened; values by looking back' },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-crdt-cart-manifest.ts: ${points} points, not 100`)
