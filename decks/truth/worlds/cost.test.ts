import fc from 'fast-check'
import { expect, test } from 'vitest'

import saved from '../data/cost.json'
import { decide } from './decide.ts'
import { measureCost } from './measure-cost.ts'

test('no two questions are decided for the same place', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { history } = decide().run({ seed })
      const places = history.flatMap(({ outcome, output }) => (outcome === 'ok' ? [output] : []))
      expect(places.length).toBeGreaterThan(0)
      expect(new Set(places).size).toBe(places.length)
    }),
    { numRuns: 30 },
  )
})

test('the saved costs are those of today', () => {
  expect(measureCost(), 'Run: npm --prefix decks/truth run measure').toEqual(saved)
})

test('nothing that agrees on more is faster than one machine', () => {
  const { alone, quorum, decision, writeBack } = saved
  expect(Math.min(quorum, decision, writeBack)).toBeGreaterThanOrEqual(alone)
})
