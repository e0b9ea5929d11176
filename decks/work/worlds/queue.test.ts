import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { counter, runQueue } from './queue.ts'

const rates = fc.integer({ min: 1, max: 200 })

function steady(requestsPerS: number): { untilMs: number; requestsPerS: number }[] {
  return [{ untilMs: counter.durationMs, requestsPerS }]
}

describe('a queue', () => {
  test('without a bound refuses nobody', () => {
    fc.assert(
      fc.property(rates, fc.nat(), (requestsPerS, seed) => {
        const { refusedBySecond } = runQueue({ phases: steady(requestsPerS) }, seed)
        expect(Math.max(...refusedBySecond)).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('with a bound keeps nobody longer than the bound takes to serve', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 40 }), fc.nat(), (requestsPerS, bound, seed) => {
        const { longestMsBySecond } = runQueue({ phases: steady(requestsPerS), bound }, seed)
        const limitMs = bound * counter.serviceMs
        expect(Math.max(...longestMsBySecond)).toBeLessThanOrEqual(limitMs + 1e-6)
      }),
      { numRuns: 20 },
    )
  })
})
