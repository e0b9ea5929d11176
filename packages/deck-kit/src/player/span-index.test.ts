import fc from 'fast-check'
import { expect, test } from 'vitest'

import { indexSpans, spansAt } from './span-index.ts'

const END_MS = 100

test('the index finds what looking at every span finds, in the same order', () => {
  const length = fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }), fc.constant(Infinity))
  const span = fc.tuple(fc.double({ min: 0, max: END_MS, noNaN: true }), length)
  const at = fc.double({ min: -10, max: 300, noNaN: true })
  fc.assert(
    fc.property(fc.array(span, { maxLength: 60 }), at, (pairs, time) => {
      const spans = pairs.map(([from, lasts]) => ({ from, until: from + lasts }))
      const there = spans.filter(({ from, until }) => from <= time && time < until)
      expect(spansAt(indexSpans(spans, END_MS), time)).toEqual(there)
    }),
  )
})
