import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/healers.json'
import { clinic, healing } from './healer.ts'
import type { HealerId } from './healer.ts'
import { measureHealers } from './measure-healer.ts'

const WELL = 0.99
/** The last seconds of a run. */
const LATE_MS = clinic.runMs - 20_000

function worstAtTheEnd(id: HealerId, seed: number, load?: number): number {
  const { emitted } = healing(id, load).run({ seed, strict: false })
  const late = emitted.filter(({ event, at }) => event === 'useful' && at > LATE_MS)
  return Math.min(...late.map(({ data }) => Number(data)))
}

describe('a server that hiccups once, at 85 % load', () => {
  test('is forgotten where nobody heals', () => {
    expect(worstAtTheEnd('none', 1)).toBeGreaterThan(WELL)
  })

  test('is healed by a healer with limits, in every run', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(worstAtTheEnd('limited', seed)).toBeGreaterThan(WELL)
      }),
      { numRuns: 30 },
    )
  })

  test('keeps the shop down for good with a healer without limits, in every run', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(worstAtTheEnd('unlimited', seed)).toBeLessThan(0.5)
      }),
      { numRuns: 30 },
    )
  })
})

test('with enough reserve even a healer without limits does no harm', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(worstAtTheEnd('unlimited', seed, 0.6 * clinic.servers)).toBeGreaterThan(WELL)
    }),
    { numRuns: 20 },
  )
})

test('the saved measurement is what the healers give today', () => {
  expect(measureHealers(), 'Run: npm --prefix decks/intelligence run measure').toEqual(saved)
})
