import { expect, test } from 'vitest'

import saved from '../data/scaling.json'
import { measureScaling } from './measure-scaling.ts'
import { example, peakWorkers, speedUp } from './scaling.ts'

test('one worker does the work of one', () => {
  expect(speedUp(1, example)).toBe(1)
})

test('beyond the peak each further worker makes the whole slower', () => {
  const peak = Math.round(peakWorkers(example))
  expect(peak).toBe(98)
  expect(speedUp(peak, example)).toBeGreaterThan(speedUp(peak - 1, example))
  expect(speedUp(peak, example)).toBeGreaterThan(speedUp(peak + 1, example))
})

test('without pairwise cost the speed-up stays below the inverse of the serial share', () => {
  const amdahl = { serial: 0.03, pairwise: 0 }
  expect(speedUp(1e9, amdahl)).toBeLessThan(1 / amdahl.serial)
  expect(speedUp(1e9, amdahl)).toBeCloseTo(1 / amdahl.serial, 3)
})

test('the saved curves are what the laws give today', () => {
  expect(measureScaling(), 'Run: npm --prefix decks/work run measure').toEqual(saved)
})
