import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/hours.json'
import { fleet, neededAt } from './fleet.ts'
import { hour, smallBlind, smallDay, smallStep } from './fleets.ts'
import { measureHours } from './measure-hour.ts'

const seeds = fc.nat()

describe('four times the load, at once', () => {
  test('gets more than twice what it takes from a rule that forgets its orders', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { findings } = fleet('forgetful', smallStep).run({ seed })
        expect(findings.map(({ rule }) => rule)).toEqual(['not twice what the work takes'])
      }),
      { numRuns: 30 },
    )
  })

  test.each(['counting', 'patient'] as const)('gets what it takes from a %s rule', (rule) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { findings, emitted } = fleet(rule, smallStep).run({ seed })
        expect(findings).toEqual([])
        const ready = Number(emitted.findLast(({ event }) => event === 'ready')?.data)
        const needed = neededAt(smallStep.runMs, smallStep)
        expect(ready).toBeGreaterThanOrEqual(needed)
        // What is measured is off by some per cent, and rounded up.
        expect(ready).toBeLessThanOrEqual(needed + 2)
      }),
      { numRuns: 30 },
    )
  })
})

describe('without metrics', () => {
  test('who reads nothing as zero sends replicas away that have work', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { findings } = fleet('zeroWhenBlind', smallBlind).run({ seed })
        expect(findings.map(({ rule }) => rule)).toEqual([
          'nobody is sent away while there is work',
        ])
      }),
      { numRuns: 30 },
    )
  })

  test('who holds changes nothing until it sees again', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { findings, emitted } = fleet('patient', smallDay).run({ seed })
        expect(findings).toEqual([])
        const [from, until] = smallDay.blindMs ?? [0, 0]
        const changes = emitted.filter(({ event, at }) => {
          return (event === 'grows' || event === 'shrinks') && at > from + 30 && at < until
        })
        expect(changes).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

test('a patient rule shrinks only to the highest wish of its window', () => {
  const { emitted } = fleet('patient', hour).run({ seed: 1, strict: false })
  const shrinks = emitted.filter(({ event }) => event === 'shrinks')
  expect(shrinks.length).toBeGreaterThan(0)
  for (const { at, data } of shrinks) {
    const wishes = Array.from({ length: 20 }, (_, index) => {
      return neededAt(at - index * hour.samplingMs, hour)
    })
    // The measured load is off by up to 2 %, and rounded up.
    expect(Number(data)).toBeGreaterThanOrEqual(Math.max(...wishes) - 1)
  }
})

test('the saved measurement is what the fleets give today', () => {
  expect(measureHours(), 'Run: npm --prefix decks/intelligence run measure').toEqual(saved)
})
