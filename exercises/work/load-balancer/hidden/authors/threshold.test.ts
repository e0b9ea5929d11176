import { expect, test } from 'vitest'

import { slowBackendWorld } from '../../scenario.ts'
import { LONGEST_P99_MS } from '../suite/slow-backend.ts'
import measured from './p99.json' with { type: 'json' }

const MARGIN = 1.3

test('the measured world is the world of the suite', () => {
  expect(measured.world, 'sentinel-load-balancer-threshold.test.ts').toEqual(slowBackendWorld)
})

test.each(measured.correct)('$name stays below the limit with a margin', ({ worstMs, seeds }) => {
  expect(seeds).toBeGreaterThanOrEqual(1000)
  expect(worstMs * MARGIN).toBeLessThanOrEqual(LONGEST_P99_MS)
})

test.each(measured.wrong)('$name misses the limit by far', ({ bestMs }) => {
  expect(bestMs).toBeGreaterThanOrEqual(LONGEST_P99_MS * MARGIN)
})
