import { expect, test } from 'vitest'

import { asked } from './asked.ts'
import { BrokenPromise, SubjectThrew } from './broken-promise.ts'

test('an answer comes through as it is, and no story is told', () => {
  const answer = { of: 'a learner' }
  expect(asked('get("a")', () => answer, untold)).toBe(answer)
})

test('what a submission throws is told with its call and what came before', () => {
  const thrown = new TypeError('no such thing')
  expect(toldOf(thrown)).toEqual(new SubjectThrew('get("a") threw TypeError: no such thing'))
  expect(toldOf(thrown)).toHaveProperty('cause', thrown)
  expect(toldOf(thrown, () => 'after put("a")')).toHaveProperty(
    'message',
    'get("a") threw TypeError: no such thing\nafter put("a")',
  )
})

test('a promise that is found broken while an answer is read stays what it is', () => {
  const broken = new BrokenPromise('the answer lies')
  expect(toldOf(broken)).toBe(broken)
})

function untold(): string {
  throw new Error('nobody asked for a story')
}

function toldOf(thrown: Error, story?: () => string): unknown {
  try {
    return asked(
      'get("a")',
      () => {
        throw thrown
      },
      story,
    )
  } catch (error) {
    return error
  }
}
