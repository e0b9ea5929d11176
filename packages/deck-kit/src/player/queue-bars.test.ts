import fc from 'fast-check'
import { expect, test } from 'vitest'

import { barsOf } from './queue-bars.ts'

test('the tallest queue fits, and a longer queue is never drawn shorter', () => {
  const tallest = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(tallest, fc.integer({ min: 20, max: 200 }), fc.nat(), (most, room, some) => {
      const value = Math.min(some, most)
      const bars = barsOf(value, most, room)
      const longer = barsOf(Math.min(value + 1, most), most, room)
      expect(bars.count * bars.step).toBeLessThanOrEqual(room + bars.step)
      expect(longer.count).toBeGreaterThanOrEqual(bars.count)
      expect(bars.count > 0).toBe(value > 0)
    }),
  )
})

test('a short queue has one bar for each that waits', () => {
  expect(barsOf(7, 10, 160)).toEqual({ count: 7, step: 13, each: 1 })
  expect(barsOf(100, 100, 160)).toEqual({ count: 34, step: 4, each: 3 })
})
