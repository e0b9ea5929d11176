import fc from 'fast-check'
import { expect, test } from 'vitest'

import { exponential } from './distributions.ts'
import { exponentialDelay } from './exponential-delay.ts'
import { keyed } from './hash.ts'

/** What it stands for, with the whole series each time. */
function delayBySeries(word: number, mean: number, late: number, extra: number): number {
  return Math.floor(mean * exponential(word) + late + extra + 0.5)
}

test('the short way to an exponential delay ends at the same microsecond as the long one', () => {
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  const mean = fc.oneof(fc.nat(10_000_000), fc.double({ min: 0, max: 1e9, noNaN: true }))
  const late = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1_500_000, noNaN: true }))
  fc.assert(
    fc.property(word, mean, late, fc.nat(1_000_000), (...drawn) => {
      expect(exponentialDelay(...drawn)).toBe(delayBySeries(...drawn))
    }),
  )
})

test('so it does for a million words, and where the nearest microsecond is in doubt', () => {
  const unlike = Array.from({ length: 1_000_000 }, (_, counter) => keyed(7, counter)).filter(
    (word) => exponentialDelay(word, 25_000, 0, 0) !== delayBySeries(word, 25_000, 0, 0),
  )
  expect(unlike).toEqual([])
  for (let whole = 1; whole < 1000; whole++) {
    const drawn = keyed(11, whole)
    const mean = (whole - 0.5) / exponential(drawn)
    expect(exponentialDelay(drawn, mean, 0, 0)).toBe(delayBySeries(drawn, mean, 0, 0))
  }
})
