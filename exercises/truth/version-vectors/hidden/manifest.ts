/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'version-vectors',
  version: 1,
  parts: [
    { id: 'order', title: 'Order', exports: ['compare'], stretch: false },
    { id: 'merging', title: 'Merging', exports: ['merge', 'bump'], stretch: false },
    { id: 'storing', title: 'Storing', exports: ['put'], stretch: false },
  ],
  promises: [
    {
      id: 'never-older',
      text: 'A version is called older, newer or equal only where it is so.',
      kind: 'safety',
    },
    {
      id: 'told',
      text: 'What one version knows of another is told, and is no conflict.',
      kind: 'liveness',
    },
    { id: 'zero', text: 'A node that is not named counts as zero.', kind: 'liveness' },
    { id: 'merge-all', text: 'A merge knows all that either of the two knew.', kind: 'safety' },
    {
      id: 'merge-only',
      text: 'A merge knows nothing that neither of the two knew.',
      kind: 'safety',
    },
    {
      id: 'one-more',
      text: 'After a bump one more event of one node is known, and nothing else.',
      kind: 'safety',
    },
    { id: 'independent', text: 'Every call starts from nothing.', kind: 'safety' },
    {
      id: 'unread-stays',
      text: 'A write drops nothing that its writer has not read.',
      kind: 'safety',
    },
    {
      id: 'new-version',
      text: 'A new value has the version of its context and one more.',
      kind: 'liveness',
    },
    { id: 'read-goes', text: 'A write stands for all that its writer has read.', kind: 'liveness' },
    { id: 'bounded', text: 'As many writers leave at most as many siblings.', kind: 'liveness' },
  ],
  tests: [
    {
      id: 'order > one is called older only where the other knows all of it',
      promise: 'never-older',
      part: 'order',
      points: 14,
    },
    {
      id: 'order > what one knows of the other is told',
      promise: 'told',
      part: 'order',
      points: 12,
    },
    {
      id: 'order > a node that is not named counts as zero',
      promise: 'zero',
      part: 'order',
      points: 6,
    },
    {
      id: 'merging > a merge knows all that either knew',
      promise: 'merge-all',
      part: 'merging',
      points: 10,
    },
    {
      id: 'merging > a merge knows no more than that',
      promise: 'merge-only',
      part: 'merging',
      points: 8,
    },
    {
      id: 'merging > bump counts one more of one node',
      promise: 'one-more',
      part: 'merging',
      points: 8,
    },
    {
      id: 'merging > every call starts from nothing',
      promise: 'independent',
      part: 'merging',
      points: 6,
    },
    {
      id: 'storing > put keeps what its writer has not read',
      promise: 'unread-stays',
      part: 'storing',
      points: 14,
    },
    {
      id: 'storing > the new value has the version of its context and one more',
      promise: 'new-version',
      part: 'storing',
      points: 4,
    },
    {
      id: 'storing > put drops what its writer has read',
      promise: 'read-goes',
      part: 'storing',
      points: 10,
    },
    {
      id: 'storing > as many writers leave at most as many siblings',
      promise: 'bounded',
      part: 'storing',
      points: 8,
    },
  ],
  mutants: [
    { file: 'sums.ts', title: 'compares how much is known, not of whom', promise: 'never-older' },
    { file: 'lengths.ts', title: 'compares how many nodes are named', promise: 'never-older' },
    {
      file: 'first-difference.ts',
      title: 'the first name whose counts differ decides, as in a dictionary',
      promise: 'never-older',
    },
    {
      file: 'more-is-after.ts',
      title: 'whoever knows anything more is after, whatever it lacks',
      promise: 'never-older',
    },
    {
      file: 'highest-count.ts',
      title: 'compares the highest counts, as one clock for all',
      promise: 'never-older',
    },
    {
      file: 'shared-names.ts',
      title: 'only nodes that both name are compared',
      promise: 'never-older',
    },
    {
      file: 'names-of-first.ts',
      title: 'only nodes that the first one names are compared',
      promise: 'never-older',
    },
    { file: 'swapped.ts', title: 'before and after are exchanged', promise: 'never-older' },
    {
      file: 'as-text.ts',
      title: 'counts are compared as text: nine is more than ten',
      promise: 'never-older',
    },
    { file: 'thirty-two-bits.ts', title: 'counts are cut to 32 bits', promise: 'never-older' },
    {
      file: 'before-when-equal.ts',
      title: 'no less is called before, also where it is no more',
      promise: 'never-older',
    },
    {
      file: 'missing-is-unknown.ts',
      title: 'a node that is not named makes two versions incomparable',
      promise: 'told',
    },
    { file: 'missing-is-less.ts', title: 'not to be named is less than zero', promise: 'zero' },
    { file: 'json-text.ts', title: 'equal is what has the same text', promise: 'told' },
    {
      file: 'plain-lookup.ts',
      title: 'asks the object itself, which answers to "constructor"',
      promise: 'told',
    },
    { file: 'adds.ts', title: 'a merge adds the counts', promise: 'merge-only' },
    {
      file: 'smaller.ts',
      title: 'a merge keeps the smaller count, which both know',
      promise: 'merge-all',
    },
    {
      file: 'last-wins.ts',
      title: 'the entries of the second overwrite those of the first',
      promise: 'merge-all',
    },
    {
      file: 'names-of-a.ts',
      title: 'a merge forgets nodes that only the second names',
      promise: 'merge-all',
    },
    { file: 'both-name.ts', title: 'a merge keeps the nodes that both name', promise: 'merge-all' },
    {
      file: 'later-one.ts',
      title: 'a merge is the later of the two, and of concurrent ones the first',
      promise: 'merge-all',
    },
    { file: 'merge-bumps.ts', title: 'a merge is an event of its own', promise: 'merge-only' },
    {
      file: 'pruned.ts',
      title: 'of many nodes only the five that did most are kept',
      promise: 'merge-all',
    },
    {
      file: 'assigned.ts',
      title: 'a node with the name of the prototype is lost when it is assigned',
      promise: 'merge-all',
    },
    {
      file: 'merge-in-place.ts',
      title: 'a merge writes into the first version',
      promise: 'merge-all',
    },
    { file: 'remembered.ts', title: 'everything ever merged stays known', promise: 'merge-only' },
    { file: 'cached.ts', title: 'answers are remembered by names only', promise: 'independent' },
    {
      file: 'bump-in-place.ts',
      title: 'bump writes into the version that it was given',
      promise: 'one-more',
    },
    {
      file: 'new-is-zero.ts',
      title: 'a node that was not named begins at zero',
      promise: 'one-more',
    },
    {
      file: 'highest-and-one.ts',
      title: 'one more than the highest count of all, as in a single clock',
      promise: 'one-more',
    },
    { file: 'bumps-all.ts', title: 'everybody moves on', promise: 'one-more' },
    { file: 'only-own.ts', title: 'bump forgets everybody else', promise: 'one-more' },
    {
      file: 'inherited.ts',
      title: 'a node named "toString" is taken for one that is there',
      promise: 'one-more',
    },
    { file: 'last-writer-wins.ts', title: 'the last write stands alone', promise: 'unread-stays' },
    { file: 'keeps-all.ts', title: 'nothing is ever dropped', promise: 'read-goes' },
    {
      file: 'drops-equal-only.ts',
      title: 'only the version that equals the context is dropped',
      promise: 'read-goes',
    },
    {
      file: 'drops-before-only.ts',
      title: 'the version that equals the context stays',
      promise: 'read-goes',
    },
    {
      file: 'concurrent-only.ts',
      title: 'only what is concurrent with the context stays',
      promise: 'unread-stays',
    },
    {
      file: 'knows-the-store.ts',
      title: 'the new version claims all that the store holds',
      promise: 'new-version',
    },
    {
      file: 'no-context.ts',
      title: 'the new version knows of its own write only',
      promise: 'new-version',
    },
    {
      file: 'not-bumped.ts',
      title: 'the new version is the context itself',
      promise: 'new-version',
    },
    {
      file: 'sum-read.ts',
      title: 'a sibling is read if the context knows as much',
      promise: 'unread-stays',
    },
    {
      file: 'heard-of-writer.ts',
      title: 'whoever has heard of a node has read all of it',
      promise: 'unread-stays',
    },
    {
      file: 'same-value.ts',
      title: 'a value that is there already is not kept twice',
      promise: 'unread-stays',
    },
    {
      file: 'refuses-stale.ts',
      title: 'a writer who has not read all is turned away',
      promise: 'new-version',
    },
    {
      file: 'truthy-value.ts',
      title: 'a value that is falsy counts as none',
      promise: 'new-version',
    },
    {
      file: 'truthy-siblings.ts',
      title: 'a sibling that is falsy counts as none',
      promise: 'unread-stays',
    },
    { file: 'three-at-most.ts', title: 'at most three siblings are kept', promise: 'unread-stays' },
    {
      file: 'own-entry.ts',
      title: 'a sibling is read if the writer knows its own node as well',
      promise: 'unread-stays',
    },
  ],
  alternatives: [
    {
      file: 'entries-class.ts',
      style: 'a class of knowledge that covers another; maps without zeros',
    },
    { file: 'by-new-version.ts', style: 'differences of counts; siblings against the new version' },
    {
      file: 'sorted-lists.ts',
      style: 'two sorted lists side by side; objects without a prototype',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100)
  throw new Error(`sentinel-version-vectors-manifest.ts: ${points} points, not 100`)
