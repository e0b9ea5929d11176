import { BrokenPromise, holds } from '@five-pillars/suite'
import type { Part } from '@five-pillars/suite'
import fc from 'fast-check'

import type * as starter from '../../src/my-exercise.ts'

/** What a submission exports. */
export type Subject = typeof starter

// AUTHOR: a check for each promise, which throws the story of what happened, never a diff
export const parts: readonly Part<Subject>[] = [
  {
    title: 'core',
    checks: {
      'the next number is larger': isLarger,
      'no number lies between': isNearest,
    },
  },
]

function isLarger({ next }: Subject): void {
  holds([fc.integer()], (n) => {
    const got = next(n)
    if (!(got > n)) throw new BrokenPromise(`next(${n}) is ${got}, which is not larger.`)
  })
}

function isNearest({ next }: Subject): void {
  holds([fc.integer()], (n) => {
    const got = next(n)
    if (got !== n + 1) throw new BrokenPromise(`next(${n}) is ${got}, and ${n + 1} comes first.`)
  })
}

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-my-exercise-checks.ts: a part without checks')
}
