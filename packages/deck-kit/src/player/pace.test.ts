import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { paceOf, paceText, shiftTempo, TEMPOS } from './pace.ts'

describe('the pace', () => {
  test('every run takes 20 to 40 seconds', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 1e7, noNaN: true }), (endMs) => {
        const seconds = endMs / paceOf(endMs)
        expect(seconds).toBeGreaterThanOrEqual(20)
        expect(seconds).toBeLessThanOrEqual(40)
      }),
    )
  })

  test('it is a number that can be said', () => {
    expect([1400, 3400, 9000, 60_000].map(paceOf)).toEqual([50, 100, 300, 2000])
    expect([50, 0.78125, 6.25, 12.5].map(paceText)).toEqual([
      '50 ms/s',
      '0.78 ms/s',
      '6.3 ms/s',
      '13 ms/s',
    ])
  })

  test('a run of nothing has one', () => {
    expect(paceOf(0)).toBe(0.5)
  })
})

test('slower and faster end at the slowest and the fastest tempo', () => {
  const [slowest] = TEMPOS
  const fastest = TEMPOS.at(-1) ?? 0
  expect(shiftTempo(1, 1)).toBe(2)
  expect(shiftTempo(1, -1)).toBe(0.5)
  expect([shiftTempo(slowest, -1), shiftTempo(fastest, 1)]).toEqual([slowest, fastest])
})
