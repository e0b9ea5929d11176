import { expect, test } from 'vitest'

import { complaintOf } from './complaint-of.ts'
import { Unwritten } from './refuse-unwritten.ts'

test('what was thrown is told in the words of the learner’s file', () => {
  const thrown = [
    new Error('boom'),
    new TypeError('x is not a function'),
    new SyntaxError(
      "The requested module '/@fs/a.ts' does not provide an export named 'createNode'",
    ),
    'a text',
    new Unwritten('newest is not written yet', 'src/quorum.ts'),
    new Unwritten('owner is not written yet', undefined),
    { message: 'Unexpected token', line: 3, code: 'let x =' },
  ]
  expect(thrown.map(complaintOf)).toEqual([
    { message: 'boom' },
    { message: 'TypeError: x is not a function' },
    { message: 'the file does not export createNode' },
    { message: 'a text' },
    { message: 'newest is not written yet', file: 'src/quorum.ts' },
    { message: 'owner is not written yet' },
    { message: 'Unexpected token', line: 3, code: 'let x =' },
  ])
})
