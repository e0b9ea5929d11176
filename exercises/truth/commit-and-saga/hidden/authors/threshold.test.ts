import { expect, test } from 'vitest'

import { times } from '../../scenario.ts'
import measured from './recovery.json' with { type: 'json' }

const MARGIN = 1.3

test('the measured world is the world of the suite', () => {
  expect(measured.world, 'sentinel-commit-and-saga-threshold.test.ts').toEqual(times)
})

test.each(measured.correct)('everything of $name is over in time, with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(one.worstOverMs * MARGIN).toBeLessThanOrEqual(times.runMs - times.quietMs)
})

test.each(measured.wrong)('$name is not', ({ failed, seeds }) => {
  expect(failed).toBeGreaterThan(seeds / 20)
})
