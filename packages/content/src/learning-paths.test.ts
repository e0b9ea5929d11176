import { expect, test } from 'vitest'

import {
  decks,
  exercises,
  learningPathById,
  learningPathMinutes,
  learningPaths,
  milestoneById,
  milestones,
} from './index.ts'
import { everything as content } from './validation/everything.ts'
import { problemsIn } from './validation/problems-in.ts'

test('four paths and their order are those of the kit', () => {
  expect(learningPaths.map(({ id }) => id)).toEqual([
    'new-graduate',
    'senior',
    'manager',
    'architect',
  ])
  expect(learningPathById('senior').exercises[0]).toBe('quorum')
  expect(() => learningPathById('seniro')).toThrow('Did you mean "senior"?')
  expect(milestoneById('one-pillar').criterion.tests).toBe('graded')
})

test('the time of a path is the sum of its parts, and so less than that of everything', () => {
  const whole = [...decks, ...exercises].reduce((sum, { minutes }) => sum + minutes, 0)
  for (const path of learningPaths) {
    const exerciseMinutes = exercises
      .filter(({ slug }) => path.exercises.includes(slug))
      .reduce((sum, { minutes }) => sum + minutes, 0)
    expect(learningPathMinutes(path)).toBeGreaterThan(exerciseMinutes)
    expect(learningPathMinutes(path)).toBeLessThanOrEqual(whole)
  }
})

const path = { id: 'a-path', title: 'A', who: 'B.', focus: 'C.', decks: ['work'] }
const slugs = exercises.map(({ slug }) => slug)
const milestone = { id: 'a-milestone', title: 'A', sentence: 'B.' }

test.each([
  [
    'a path without a pillar',
    { learningPaths: [...learningPaths, { ...path, exercises: ['quorum'] }] },
    'path "a-path": has no exercise of the pillar "work"',
  ],
  [
    'a path to nowhere',
    { learningPaths: [...learningPaths, { ...path, exercises: [...slugs, 'qorum'] }] },
    'path "a-path": there is no exercise "qorum"',
  ],
  [
    'a path that goes in a circle',
    { learningPaths: [...learningPaths, { ...path, exercises: [...slugs, 'quorum'] }] },
    'path "a-path": comes to "quorum" twice',
  ],
  [
    'a path with a talk that nobody gives',
    { learningPaths: [...learningPaths, { ...path, decks: ['wrok'], exercises: slugs }] },
    'path "a-path": there is no deck "wrok"',
  ],
  [
    'a milestone that nobody can reach',
    {
      milestones: [
        ...milestones,
        { ...milestone, criterion: { tests: 'open', count: 2, of: ['quorum'] } },
      ],
    },
    'milestone "a-milestone": asks for 2 of 1 exercises',
  ],
])('%s is named', (_, planted, problem) => {
  expect(problemsIn({ ...content, ...planted }).join('\n')).toContain(problem)
})
