// AUTHOR: your parts, promises and tests; safety carries 60 of the 100 points at most
/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'my-exercise',
  version: 1,
  parts: [{ id: 'core', title: 'Core', exports: ['next'], stretch: false }],
  promises: [
    { id: 'larger', text: 'The next number is larger.', kind: 'safety' },
    { id: 'nearest', text: 'No number lies between.', kind: 'liveness' },
  ],
  tests: [
    { id: 'core > the next number is larger', promise: 'larger', part: 'core', points: 60 },
    { id: 'core > no number lies between', promise: 'nearest', part: 'core', points: 40 },
  ],
  mutants: [{ file: 'two-further.ts', title: 'skips a number', promise: 'nearest' }],
  alternatives: [{ file: 'complement.ts', style: 'by the complement of bits' }],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) {
  throw new Error(`sentinel-my-exercise-manifest.ts: ${points} points, not 100`)
}
