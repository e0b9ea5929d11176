import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import outliers from '../data/outliers.json'
import saved from '../data/sensors.json'
import { measureOutliers } from './measure-outliers.ts'
import { measureSensors } from './measure-sensors.ts'
import { meanOf, medianOf, sensors, sizeAfter } from './sensors.ts'

describe('one of five sensors reads ten times too much', () => {
  test('the mean nearly triples the fleet', () => {
    const { findings } = sensors('mean').run({ seed: 1, workload: [] })
    expect(findings.map(({ text }) => text)).toEqual(['14 replicas for the work of 5'])
  })

  test('the median does not move it', () => {
    expect(sensors('median').run({ seed: 1, workload: [] }).findings).toEqual([])
  })

  test('chance has no say in it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(sizeAfter('mean', seed)).toBe(sizeAfter('mean', 1))
      }),
      { numRuns: 10 },
    )
  })
})

test('fewer than half of the values cannot bring the median out of the others', () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true })
  const wild = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 3, maxLength: 9 }), fc.array(wild), (good, all) => {
      const bad = all.slice(0, good.length - 1)
      const median = medianOf([...good, ...bad])
      expect(median).toBeGreaterThanOrEqual(Math.min(...good))
      expect(median).toBeLessThanOrEqual(Math.max(...good))
    }),
  )
})

test('of an even number of values the median is between the two in the middle', () => {
  expect([medianOf([4, 1, 3, 2]), medianOf([3, 1, 2]), meanOf([1, 2, 6])]).toEqual([2.5, 2, 3])
})

test('the saved measurements are what is computed today', () => {
  expect(measureSensors(), 'Run: npm --prefix decks/intelligence run measure').toEqual(saved)
  expect(measureOutliers(), 'Run: npm --prefix decks/intelligence run measure').toEqual(outliers)
})
