import { expect, test } from 'vitest'

import { readTurboLine } from './read-turbo-line.ts'

test('the stream of a build tells which deck is how far', () => {
  const stream = `
• Packages in scope: @five-pillars/deck-work
@five-pillars/deck-work:diagrams: cache miss, executing 1f2e3d
@five-pillars/deck-work:diagrams: work: 3 diagrams, 1 drawn
@five-pillars/deck-work:build: vite v8.3.8 building client environment for production...
@five-pillars/deck-work:build: transforming...
@five-pillars/deck-work:build: ✓ 700 modules transformed.
@five-pillars/deck-work:build: rendering chunks...
@five-pillars/deck-work:build: ✓ built in 5.20s
@five-pillars/deck-overview:build: cache hit, replaying logs 4c5b6a
@five-pillars/deck-state:single: ✓ built in 7.95s
 Tasks:    4 successful, 4 total`
  const steps = stream
    .split('\n')
    .map(readTurboLine)
    .filter((step) => step !== undefined)
  expect(steps.map(({ deck, done, message }) => `${deck} ${done} ${message}`).join('\n')).toBe(
    `work 0.15 diagrams drawn
work 0.3 reading slides
work 0.7 slides read
work 0.8 writing pages
work 1 built
overview 1 built before
state 1 built`,
  )
})
