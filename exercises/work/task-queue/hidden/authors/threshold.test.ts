import { expect, test } from 'vitest'

import { stragglerWorld } from '../../scenario.ts'
import { EXTRA_MAX, MAKESPAN_MAX } from '../suite/straggler.ts'
import measured from './fleet.json' with { type: 'json' }

const MARGIN = 1.3

test('the measured world is the world of the suite', () => {
  expect(measured.world, 'sentinel-task-queue-threshold.test.ts').toEqual(stragglerWorld)
})

test.each(measured.correct)('$name stays below both limits with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(Number(one.makespan[2]) * MARGIN).toBeLessThanOrEqual(MAKESPAN_MAX)
  expect(Number(one.extra[2]) * MARGIN).toBeLessThanOrEqual(EXTRA_MAX)
})

test.each(measured.slow)('$name misses the limit of time by far', ({ makespan }) => {
  expect(makespan[0]).toBeGreaterThanOrEqual(MAKESPAN_MAX * MARGIN)
})

test.each(measured.wasteful)('$name misses the limit of copies by far', ({ extra }) => {
  expect(extra[0]).toBeGreaterThanOrEqual(EXTRA_MAX * MARGIN)
})
