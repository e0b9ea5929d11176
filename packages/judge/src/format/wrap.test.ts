import fc from 'fast-check'
import { expect, test } from 'vitest'

import { atMost, withoutMiddle, wrap } from './wrap.ts'

const width = fc.integer({ min: 10, max: 100 })

test('no line is wider than the width', () => {
  fc.assert(
    fc.property(fc.string(), width, (text, columns) => {
      for (const line of wrap(text, columns)) expect(line.length).toBeLessThanOrEqual(columns)
    }),
  )
})

test('wrapping loses no character but white space', () => {
  fc.assert(
    fc.property(fc.string(), width, (text, columns) => {
      expect(dense(wrap(text, columns).join(''))).toBe(dense(text))
    }),
  )
})

test('the indent of a line is kept on the lines it is broken into', () => {
  expect(wrap('A says:\n  one two three', 10)).toEqual(['A says:', '  one two', '  three'])
})

test('a cut is shown', () => {
  expect(atMost(['one', 'two', 'three'], 2, 10)).toEqual(['one', 'two …'])
})

test('a list that was broken after a comma is broken anew', () => {
  const calls = 'A was chosen,\ntwice.\n  add A, add B,\n  add C,\n    acquire → A'
  expect(wrap(calls, 22)).toEqual([
    'A was chosen,',
    'twice.',
    '  add A, add B, add C,',
    '    acquire → A',
  ])
})

test('a story that is too long keeps its beginning and its end', () => {
  const story = ['A is down,', 'too late.', '  (fall 3)', '  1 ms: up', '  2 ms: up', '  3 ms: no']
  expect(withoutMiddle(story, 6, 40)).toEqual(story)
  expect(withoutMiddle(story, 5, 40)).toEqual([
    'A is down,',
    'too late.',
    '  (fall 3)',
    '  … 2 more lines',
    '  3 ms: no',
  ])
  const before = ['A is down.', '  … 4 steps before', '  1 ms', '  2 ms', '  3 ms', '  4 ms']
  expect(withoutMiddle(before, 5, 40)).toEqual([
    'A is down.',
    '  … 4 steps before, and 1 more line',
    '  2 ms',
    '  3 ms',
    '  4 ms',
  ])
  expect(withoutMiddle(['a', 'b', 'c', 'd', 'e'], 4, 40)).toEqual(['a', 'b', '… 2 more lines', 'e'])
})

test('a story is at most as long as it may be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '  b')),
      fc.integer({ min: 1, max: 9 }),
      (lines, count) => {
        expect(withoutMiddle(lines, count, 40).length).toBeLessThanOrEqual(count)
      },
    ),
  )
})

function dense(text: string): string {
  return text.replaceAll(/\s/g, '')
}
