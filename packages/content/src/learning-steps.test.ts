import { expect, test } from 'vitest'

import { learningPathMinutes, learningPaths } from './learning-paths.ts'
import { learningSteps } from './learning-steps.ts'

test.each(learningPaths)(
  '$id: both orders are kept, and talks come before their exercises',
  (path) => {
    const steps = learningSteps(path)
    const ids = (kind: string): string[] =>
      steps.filter((step) => step.kind === kind).map(({ id }) => id)
    expect(ids('talk')).toEqual(path.decks)
    expect(ids('exercise')).toEqual(path.exercises)
    for (const [place, step] of steps.entries()) {
      if (step.kind !== 'exercise') continue
      const before = steps.slice(0, place).map(({ id }) => id)
      expect(before).toContain(step.entry.deck)
    }
    expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(learningPathMinutes(path))
  },
)

test('an exercise follows its talk at once where its order allows that', () => {
  const graduate = learningPaths.find(({ id }) => id === 'new-graduate')
  if (graduate === undefined) throw new Error('the path is gone')
  expect(
    learningSteps(graduate)
      .map(({ id }) => id)
      .slice(0, 5),
  ).toEqual(['overview', 'work', 'load-balancer', 'state', 'hash-ring'])
})
