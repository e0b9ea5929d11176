import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/queue.json'
import { numbersOf, timesOf } from './emissions.ts'
import { measureQueue } from './measure-queue.ts'
import { counter, queueing } from './queue.ts'

const rates = fc.integer({ min: 1, max: 200 })

function steady(requestsPerS: number): { untilMs: number; requestsPerS: number }[] {
  return [{ untilMs: 10_000, requestsPerS }]
}

describe('a queue', () => {
  test('without a bound refuses nobody and serves everybody in the end', () => {
    fc.assert(
      fc.property(rates, fc.nat(), (requestsPerS, seed) => {
        const { emitted } = queueing({ phases: steady(requestsPerS) }).run({ seed })
        expect(timesOf(emitted, 'refused')).toEqual([])
        expect(timesOf(emitted, 'answered')).toHaveLength(timesOf(emitted, 'asked').length)
      }),
      { numRuns: 20 },
    )
  })

  test('with a bound keeps nobody longer than the bound takes to serve', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 40 }), fc.nat(), (requestsPerS, bound, seed) => {
        const { emitted } = queueing({ phases: steady(requestsPerS), bound }).run({ seed })
        const limitMs = bound * counter.serviceMs + 2 * counter.hopMs
        expect(Math.max(0, ...numbersOf(emitted, 'answered'))).toBeLessThanOrEqual(limitMs + 1e-6)
      }),
      { numRuns: 20 },
    )
  })
})

test('the saved measurement is what the queue gives today', { timeout: 60_000 }, () => {
  expect(measureQueue(), 'Run: npm --prefix decks/work run measure').toEqual(saved)
})
