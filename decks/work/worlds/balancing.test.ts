import { createRng } from '@five-pillars/simulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { balancings } from './balancing.ts'

const counts = fc.array(fc.nat(50), { minLength: 2, maxLength: 12 })

describe('ways of choosing a server', () => {
  test('round robin takes each in turn, whatever is in flight', () => {
    const pick = balancings.roundRobin()
    const picks = Array.from({ length: 6 }, () => pick([9, 0, 0], createRng(1)))
    expect(picks).toEqual([0, 1, 2, 0, 1, 2])
  })

  test('least connections always takes one with the fewest in flight', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (inFlight, seed) => {
        const picked = balancings.leastConnections()(inFlight, createRng(seed))
        expect(inFlight[picked]).toBe(Math.min(...inFlight))
      }),
    )
  })

  test('two choices never takes the only busiest one', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (inFlight, seed) => {
        const busiest = Math.max(...inFlight)
        fc.pre(inFlight.filter((count) => count === busiest).length === 1)
        expect(inFlight[balancings.twoChoices()(inFlight, createRng(seed))]).not.toBe(busiest)
      }),
    )
  })
})
