import { expect, test } from 'vitest'

import type { Exercise } from './exercise.ts'
import { play } from './play.ts'

export function correctTests<Subject>(exercise: Exercise<Subject>): void {
  const correct = { 'the reference': exercise.reference, ...exercise.alternatives }
  for (const [name, subject] of Object.entries(correct)) {
    test(`${name} keeps every promise`, async () => {
      expect(await play(exercise, subject)).toEqual([])
    })
  }
}
