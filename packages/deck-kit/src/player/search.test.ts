import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lastUntil } from './search.ts'

test('the search finds what looking at every entry finds', () => {
  const times = fc.array(fc.integer({ min: 0, max: 50 }))
  fc.assert(
    fc.property(times, fc.integer({ min: -1, max: 51 }), (unsorted, at) => {
      const sorted = unsorted.toSorted((a, b) => a - b).map((each) => ({ at: each }))
      expect(lastUntil(sorted, at)).toBe(sorted.findLastIndex((each) => each.at <= at))
    }),
  )
})
