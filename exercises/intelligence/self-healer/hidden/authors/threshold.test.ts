import { KIT_VERSION } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { oneRecord } from '../../scenario.ts'
import { LOOKS_MAX } from '../suite/lives.ts'
import { SOON_MS } from '../suite/soon.ts'
import measured from './thresholds.json' with { type: 'json' }

const MARGIN = 1.3

test('the measured world is the world of the suite', () => {
  const { kit, world } = measured
  expect({ kit, world }, 'sentinel-self-healer-threshold.test.ts').toEqual({
    kit: KIT_VERSION,
    world: oneRecord,
  })
})

test.each(measured.correct)('$name keeps the limits with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(one.lateMs * MARGIN).toBeLessThanOrEqual(SOON_MS)
  expect(one.pace * MARGIN).toBeLessThanOrEqual(1)
  expect(one.looks * MARGIN).toBeLessThanOrEqual(LOOKS_MAX)
  expect(one.rightMs * MARGIN).toBeLessThanOrEqual(oneRecord.rightMs)
})

test.each([
  ['one-wait.ts', 'lateMs', SOON_MS],
  ['one-at-a-time.ts', 'pace', 1],
  ['two-loops.ts', 'looks', LOOKS_MAX],
  ['edge-triggered.ts', 'rightMs', oneRecord.rightMs],
] as const)('%s misses the limit of %s by far', (name, what, limit) => {
  const wrong = measured.wrong.find((one) => one.name === name)
  expect(wrong?.[what]).toBeGreaterThanOrEqual(limit * MARGIN)
})
