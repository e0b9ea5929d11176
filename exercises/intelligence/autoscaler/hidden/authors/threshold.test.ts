import { describe, expect, test } from 'vitest'

import { blindRushHour, rushHour, sawTooth, sineWave } from '../../scenario.ts'
import { limits } from '../suite/limits.ts'
import measured from './fleets.json' with { type: 'json' }

const MARGIN = 1.3

test('the measured worlds are the worlds of the suite', () => {
  const worlds = { rushHour, blindRushHour, sineWave, sawTooth }
  expect(measured.worlds, 'sentinel-autoscaler-threshold.test.ts').toEqual(worlds)
})

test('every limit is measured', () => {
  expect(measured.figures.map(({ limit }) => limit)).toEqual(Object.keys(limits))
})

describe.each(measured.figures)('$limit', ({ limit, correct, wrong }) => {
  const most = new Map<string, number>(Object.entries(limits)).get(limit) ?? NaN

  test.each(correct)('$name stays below the limit with a margin', ({ worst, seeds }) => {
    expect(seeds).toBeGreaterThanOrEqual(1000)
    expect(worst * MARGIN).toBeLessThanOrEqual(most)
  })

  test(`${wrong.name} misses the limit by far`, () => {
    expect(wrong.best).toBeGreaterThanOrEqual(most * MARGIN)
  })
})

test.each(measured.blindChanges)('$name changes nothing while it is blind', ({ worst, seeds }) => {
  expect(seeds).toBeGreaterThanOrEqual(1000)
  expect(worst).toBe(0)
})
