import fc from 'fast-check'
import { expect, test } from 'vitest'

import { back, onward } from './turn.ts'

const SLIDES = 9

const place = fc
  .record({ page: fc.integer({ min: 1, max: SLIDES }), total: fc.nat(4) })
  .chain(({ page, total }) =>
    fc.record({ page: fc.constant(page), total: fc.constant(total), clicks: fc.nat(total) }),
  )

test('one click onward and one back is the same place, inside a slide', () => {
  fc.assert(
    fc.property(place, (from) => {
      fc.pre(from.clicks < from.total)
      expect(back(onward(from, SLIDES))).toEqual(from)
    }),
  )
})

test('from the last click it is the next slide, and from the first the end of the one before', () => {
  expect(onward({ page: 2, clicks: 3, total: 3 }, SLIDES)).toEqual({
    page: 3,
    clicks: 0,
    total: null,
  })
  expect(back({ page: 3, clicks: 0, total: 2 })).toMatchObject({ page: 2, total: null })
  expect(back({ page: 3, clicks: 0, total: 2 }).clicks).toBeGreaterThan(1000)
})

test('a deck has a first and a last place', () => {
  fc.assert(
    fc.property(place, (from) => {
      const end = { ...from, page: SLIDES, clicks: from.total }
      expect(onward(end, SLIDES)).toEqual(end)
      const start = { ...from, page: 1, clicks: 0 }
      expect(back(start)).toEqual(start)
    }),
  )
})

test('while nobody has said how many clicks there are, it is one more', () => {
  expect(onward({ page: 2, clicks: 0, total: null }, SLIDES)).toEqual({
    page: 2,
    clicks: 1,
    total: null,
  })
})
