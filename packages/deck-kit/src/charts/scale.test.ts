import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { scaleTo } from './scale.ts'
import { tickText } from './tick-text.ts'

describe('scaleTo', () => {
  test('the range is kept whole, in order, and the largest value is on it', () => {
    const most = fc.double({ min: 1e-6, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(most, fc.integer({ min: 1, max: 12 }), (value, count) => {
        const scale = scaleTo(value, [10, 510], { count })
        const places = scale.ticks.map((tick) => scale(tick))
        expect(places.at(0)).toBe(10)
        expect(places.at(-1)).toBeCloseTo(510, 6)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(scale(value)).toBeLessThanOrEqual(510 * (1 + 1e-9))
        expect(scale.ticks.length).toBeLessThanOrEqual(count + 1)
      }),
    )
  })

  test('ticks are round', () => {
    expect(scaleTo(19, [0, 1]).ticks).toEqual([0, 5, 10, 15, 20])
    expect(scaleTo(0.7, [0, 1], { count: 5 }).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8])
    expect(scaleTo(100, [0, 1], { from: 50, count: 5 }).ticks).toEqual([50, 60, 70, 80, 90, 100])
  })

  test('a chart of nothing but zeros still has an axis', () => {
    expect(scaleTo(0, [0, 100]).ticks).toEqual([0, 1])
  })

  test('an upright axis counts upwards', () => {
    const scale = scaleTo(10, [300, 40])
    expect([scale(0), scale(10)]).toEqual([300, 40])
  })
})

describe('tickText', () => {
  test('long numbers have thin gaps, negative ones a real minus', () => {
    expect([940, 1000, 12_500, 1_000_000, 0.25, -3].map(tickText)).toEqual([
      '940',
      '1000',
      '12\u202F500',
      '1\u202F000\u202F000',
      '0.25',
      '\u22123',
    ])
  })
})
