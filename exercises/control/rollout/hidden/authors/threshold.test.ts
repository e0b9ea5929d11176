import { KIT_VERSION } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { shop } from '../../scenario.ts'
import { LATE_MS } from '../suite/soon.ts'
import measured from './thresholds.json' with { type: 'json' }

const MARGIN = 1.3
const SHIPPED_MS = shop.ships[1].atMs

test('the measured world is the world of the suite', () => {
  const { kit, world } = measured
  expect({ kit, world }, 'sentinel-rollout-threshold.test.ts').toEqual({
    kit: KIT_VERSION,
    world: shop,
  })
})

test.each(measured.correct)('$name keeps the limits with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(one.lateMs * MARGIN).toBeLessThanOrEqual(LATE_MS)
  expect(one.pace * MARGIN).toBeLessThanOrEqual(1)
  expect(one.v2Ms * MARGIN).toBeLessThanOrEqual(shop.endedMs.v2)
  expect((one.v3Ms - SHIPPED_MS) * MARGIN).toBeLessThanOrEqual(shop.endedMs.v3 - SHIPPED_MS)
  expect(Math.max(...one.hurt) * MARGIN).toBeLessThanOrEqual(shop.hurtMax)
})

test('whoever does not judge hurts too many, by far', () => {
  const never = measured.wrong.find(({ name }) => name === 'never-bad.ts')
  expect(Math.min(...(never?.hurt ?? []))).toBeGreaterThanOrEqual(shop.hurtMax * MARGIN)
})

test('whoever bakes once more is late, and one at a time is slow, by far', () => {
  const late = measured.wrong.find(({ name }) => name === 'bake-by-bake.ts')
  expect(late?.lateMs).toBeGreaterThanOrEqual(LATE_MS * MARGIN)
  const slow = measured.wrong.find(({ name }) => name === 'one-at-a-time.ts')
  expect(slow?.pace).toBeGreaterThanOrEqual(MARGIN)
})
