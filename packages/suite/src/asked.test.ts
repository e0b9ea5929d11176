import { expect, test } from 'vitest'

import { asked } from './asked.ts'
import { BrokenPromise, SubjectThrew } from './broken-promise.ts'

test('an answer comes through as it is, and no story is told', () => {
  const answer = { of: 'a learner' }
  const story = (): string => {
    throw new Error('nobody asked for a story')
  }
  expect(asked('get("a")', () => answer, story)).toBe(answer)
})

test('what a submission throws is told with its call and what came before', () => {
  const thrown = new TypeError('no such thing')
  const throwing = (): never => {
    throw thrown
  }
  const told = (story?: () => string): unknown => {
    try {
      return asked('get("a")', throwing, story)
    } catch (error) {
      return error
    }
  }
  expect(told()).toEqual(new SubjectThrew('get("a") threw TypeError: no such thing'))
  expect(told()).toHaveProperty('cause', thrown)
  expect(told(() => 'after put("a")')).toHaveProperty(
    'message',
    'get("a") threw TypeError: no such thing\nafter put("a")',
  )
})

test('a promise that is found broken while an answer is read stays what it is', () => {
  const broken = new BrokenPromise('the answer lies')
  const reading = (): never => {
    throw broken
  }
  expect(() => asked('get("a")', reading)).toThrow(broken)
})
