import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { numberSources, partOf } from './number-sources.ts'

describe('numberSources', () => {
  test('each source stands once, where it is first used', () => {
    const uses = [['b', 'a'], ['a', 'c'], [], ['b']]
    expect(numberSources(uses, (use) => use)).toEqual(['b', 'a', 'c'])
  })
})

describe('partOf', () => {
  test('the parts make up the list, and differ in length by one at most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, of) => {
        const parts = Array.from({ length: of }, (_, index) => partOf(items, index + 1, of))
        expect(parts.flat()).toEqual(items)
        const lengths = parts.map((part) => part.length)
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
