import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createRng } from './rng.ts'
import { leastConnections, roundRobin, runShop, shop, SLOW, twoChoices } from './slow-server.ts'

const counts = fc.array(fc.nat(50), { minLength: 2, maxLength: 12 })

describe('ways of choosing a backend', () => {
  test('round robin takes each in turn, whatever is in flight', () => {
    const pick = roundRobin()
    const picks = Array.from({ length: 6 }, () => pick([9, 0, 0], createRng(1)))
    expect(picks).toEqual([0, 1, 2, 0, 1, 2])
  })

  test('least connections always takes one with the fewest in flight', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (inFlight, seed) => {
        const picked = leastConnections()(inFlight, createRng(seed))
        expect(inFlight[picked]).toBe(Math.min(...inFlight))
      }),
    )
  })

  test('two choices never takes the only busiest one', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (inFlight, seed) => {
        const busiest = Math.max(...inFlight)
        fc.pre(inFlight.filter((count) => count === busiest).length === 1)
        expect(inFlight[twoChoices()(inFlight, createRng(seed))]).not.toBe(busiest)
      }),
    )
  })
})

describe('a minute of the shop', () => {
  test('serves every request once', () => {
    const { latenciesMs, given } = runShop(twoChoices(), 7)
    expect(given.reduce((sum, count) => sum + count, 0)).toBe(latenciesMs.length)
    expect(Math.min(...latenciesMs)).toBeGreaterThanOrEqual(0)
  })

  test('looks at the backends once a second, from the start to the end', () => {
    const { inFlightBySecond } = runShop(leastConnections(), 7)
    expect(inFlightBySecond).toHaveLength(shop.durationMs / 1000 + 1)
    expect(inFlightBySecond[0]).toEqual(Array.from({ length: shop.backends }, () => 0))
  })

  test('is the same for the same seed and another for another', () => {
    expect(runShop(roundRobin(), 3)).toEqual(runShop(roundRobin(), 3))
    expect(runShop(roundRobin(), 3)).not.toEqual(runShop(roundRobin(), 4))
  })

  test('drowns the slow backend under round robin, and no other', () => {
    const last = runShop(roundRobin(), 1).inFlightBySecond.at(-1) ?? []
    expect(last[SLOW]).toBeGreaterThan(2000)
    expect(Math.max(...last.slice(0, SLOW))).toBeLessThan(20)
  })
})
