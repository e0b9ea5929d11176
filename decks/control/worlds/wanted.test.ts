import fc from 'fast-check'
import { expect, test } from 'vitest'

import saved from '../data/wanted.json'
import { measureWanted } from './measure-wanted.ts'
import { anyDay, badDay, site, wantedCopies } from './wanted.ts'

test('a script that lost one order is one short for good', () => {
  const { findings } = wantedCopies('script').run(badDay('script'))
  expect(findings.map(({ text }) => text)).toEqual(['5 copies run, and 6 are wanted'])
})

test('a loop has what is wanted in the end, whatever was lost and whoever died', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.record({
        at: fc.integer({ min: 50, max: 1200 }),
        node: fc.constantFrom(...site.machines),
      }),
      (seed, death) => {
        expect(wantedCopies('loop').run(anyDay(seed, death)).findings).toEqual([])
      },
    ),
    { numRuns: 50 },
  )
})

test('where nothing goes wrong the script has it too', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const options = { ...badDay('script'), seed, plan: [] }
      expect(wantedCopies('script').run(options).findings).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('the saved measurement is what the site gives today', () => {
  expect(measureWanted(), 'Run: npm --prefix decks/control run measure').toEqual(saved)
})
