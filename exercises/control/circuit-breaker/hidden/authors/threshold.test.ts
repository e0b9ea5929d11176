import { KIT_VERSION } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { fiftyClients } from '../../scenario.ts'
import measured from './thresholds.json' with { type: 'json' }

const MARGIN = 1.3
const { open, closed } = fiftyClients.withinMs

test('the measured world is the world of the suite', () => {
  const { kit, world } = measured
  expect({ kit, world }, 'sentinel-circuit-breaker-threshold.test.ts').toEqual({
    kit: KIT_VERSION,
    world: fiftyClients,
  })
})

test.each(measured.correct)('$name keeps the limits with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(Math.max(...one.openMs) * MARGIN).toBeLessThanOrEqual(open)
  expect(Math.max(...one.closedMs) * MARGIN).toBeLessThanOrEqual(closed)
})

test('whose window never ends opens too late, by far', () => {
  const slow = measured.wrong.find(({ name }) => name === 'since-the-start.ts')
  expect(Math.min(...(slow?.openMs ?? []))).toBeGreaterThanOrEqual(open * MARGIN)
})

test('who waits anew with each refusal is back too late, by far', () => {
  const slow = measured.wrong.find(({ name }) => name === 'refusal-restarts.ts')
  expect(Math.min(...(slow?.closedMs ?? []))).toBeGreaterThanOrEqual(closed * MARGIN)
})
