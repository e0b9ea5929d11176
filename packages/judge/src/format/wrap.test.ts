import fc from 'fast-check'
import { expect, test } from 'vitest'

import { atMost, wrap } from './wrap.ts'

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

function dense(text: string): string {
  return text.replaceAll(/\s/g, '')
}
