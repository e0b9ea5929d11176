import { KIT_VERSION } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { fleetWorld } from '../../scenario.ts'
import { TARGETS, TOGETHER_MAX } from '../suite/spread.ts'
import measured from './thresholds.json' with { type: 'json' }

const MARGIN = 1.3
const { down, up } = fleetWorld.seenWithinMs

test('the measured world is the world of the suite', () => {
  const { kit, world, targets } = measured
  expect({ kit, world, targets }, 'sentinel-health-checker-threshold.test.ts').toEqual({
    kit: KIT_VERSION,
    world: fleetWorld,
    targets: TARGETS,
  })
})

test.each(measured.correct)('$name keeps the limits with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(Math.max(...one.downMs) * MARGIN).toBeLessThanOrEqual(down)
  expect(Math.max(...one.upMs) * MARGIN).toBeLessThanOrEqual(up)
  expect(one.together * MARGIN).toBeLessThanOrEqual(TOGETHER_MAX)
})

test('who waits for an answer sees no hang, and who backs off its end too late, by far', () => {
  const patient = measured.wrong.find(({ name }) => name === 'timeout-ignored.ts')
  expect(Math.min(...(patient?.downMs ?? []))).toBeGreaterThanOrEqual(down * MARGIN)
  const slow = measured.wrong.find(({ name }) => name === 'backs-off.ts')
  expect(Math.min(...(slow?.upMs ?? []))).toBeGreaterThanOrEqual(up * MARGIN)
})

test.each(['herd.ts', 'late-herd.ts'])('%s begins too many probes together, by far', (name) => {
  const herd = measured.wrong.find((one) => one.name === name)
  expect(herd?.together).toBeGreaterThanOrEqual(TOGETHER_MAX * MARGIN)
})
