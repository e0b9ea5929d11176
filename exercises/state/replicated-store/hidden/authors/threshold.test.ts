import { expect, test } from 'vitest'

import { times } from '../../scenario.ts'
import measured from './recovery.json' with { type: 'json' }

const MARGIN = 1.3

test.each(measured.correct)('$name is well again in time, with a margin', (one) => {
  expect(one.seeds, 'sentinel-replicated-store-threshold.test.ts').toBeGreaterThanOrEqual(1000)
  expect(one.worstAckedMs * MARGIN).toBeLessThanOrEqual(times.quietMs - times.healMs)
  expect(one.worstQuietMs * MARGIN).toBeLessThanOrEqual(times.auditMs - times.quietMs)
})

test.each(measured.late)('$name is too late, by far', (one) => {
  expect(one.medianQuietMs).toBeGreaterThanOrEqual((times.auditMs - times.quietMs) * MARGIN)
})

test.each(measured.unsafe)('$name loses something in many worlds', ({ failed, seeds }) => {
  expect(failed).toBeGreaterThan(seeds / 20)
})
