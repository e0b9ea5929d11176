/** Wrong programs, each with the promise that it breaks; the first eleven are those of the books. */
export const mutants = [
  {
    file: 'majority.ts',
    title: 'more than half have said yes, and that is enough',
    promise: 'unanimous',
  },
  {
    file: 'tells-first.ts',
    title: 'a decision is told, and then written down',
    promise: 'decision',
  },
  {
    file: 'aborts-alone.ts',
    title: 'who has voted yes and hears nothing for long aborts',
    promise: 'word',
  },
  {
    file: 'commits-alone.ts',
    title: 'who has voted yes and hears nothing for long commits',
    promise: 'word',
  },
  {
    file: 'forgets-its-word.ts',
    title: 'what it has voted is written down, and never read',
    promise: 'word',
  },
  {
    file: 'presumes-commit.ts',
    title: 'what a coordinator finds no record of was committed',
    promise: 'decision',
  },
  {
    file: 'forward-back.ts',
    title: 'steps are undone in the order in which they have run',
    promise: 'whole',
  },
  { file: 'undoes-failed.ts', title: 'the step that has failed is undone too', promise: 'whole' },
  { file: 'skips-last.ts', title: 'the last step that has run is not undone', promise: 'whole' },
  {
    file: 'three-tries.ts',
    title: 'making up for a step is given up after three times',
    promise: 'again',
  },
  {
    file: 'undoes-again.ts',
    title: 'making up for a step is done again when it is told again',
    promise: 'once',
  },
  { file: 'votes-first.ts', title: 'a vote is told, and then written down', promise: 'word' },
  { file: 'no-locks.ts', title: 'after a crash it is in doubt, and has no locks', promise: 'word' },
  {
    file: 'commits-again.ts',
    title: 'whatever is decided is done each time that it is told',
    promise: 'obeys',
  },
  {
    file: 'prepares-again.ts',
    title: 'a Prepare that comes late prepares once more',
    promise: 'obeys',
  },
  {
    file: 'counts-votes.ts',
    title: 'votes are counted, and not who has voted',
    promise: 'unanimous',
  },
  {
    file: 'last-commit.ts',
    title: 'the record of a commit takes the place of the one before',
    promise: 'decision',
  },
  { file: 'forgets-done.ts', title: 'what everybody has done is forgotten', promise: 'decision' },
  {
    file: 'abort-meanwhile.ts',
    title: 'who asks before it is decided is told to abort',
    promise: 'decision',
  },
  {
    file: 'knows-nothing.ts',
    title: 'who asks about what it knows nothing of gets no answer',
    promise: 'answers',
  },
  {
    file: 'waits-for-votes.ts',
    title: 'votes are waited for as long as it takes',
    promise: 'in-time',
  },
  {
    file: 'told-once.ts',
    title: 'after a crash nobody is told what was decided',
    promise: 'again',
  },
  { file: 'never-asks.ts', title: 'who is in doubt waits to be told', promise: 'again' },
  {
    file: 'tells-readers.ts',
    title: 'who has nothing to write is told like everybody',
    promise: 'spares',
  },
  {
    file: 'not-busy.ts',
    title: 'a Run that comes twice runs twice, as nothing is written down yet',
    promise: 'once',
  },
  {
    file: 'forgets-empty.ts',
    title: 'there was nothing to undo, and nothing is written down',
    promise: 'once',
  },
  {
    file: 'notes-first.ts',
    title: 'that it has run is written down before it runs',
    promise: 'once',
  },
  {
    file: 'start-unsaved.ts',
    title: 'that a saga has started is known to memory alone',
    promise: 'again',
  },
  {
    file: 'forgets-others.ts',
    title: 'a saga that ends takes the others with it, out of what is written down',
    promise: 'again',
  },
  {
    file: 'ends-again.ts',
    title: 'that a saga is over is known to memory alone',
    promise: 'spares',
  },
  {
    file: 'own-dice.ts',
    title: 'all machines of a process share their patience',
    promise: 'alone',
  },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-commit-and-saga-mutant-list.ts: a mutant is listed twice')
}
