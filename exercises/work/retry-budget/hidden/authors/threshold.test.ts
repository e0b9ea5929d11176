import { KIT_VERSION } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { stormWorld } from '../../scenario.ts'
import { HASTY } from '../suite/trying.ts'
import { JITTER } from '../suite/waiting.ts'
import measured from './thresholds.json' with { type: 'json' }

const MARGIN = 1.3
const { servedShare, peak } = stormWorld

/** What is held against a limit is how far it is from perfect. */
const lostMax = 1 - servedShare
const extraMax = peak.attemptsPerCall - 1

test('the measured world is the world of the suite', () => {
  const { kit, world } = measured
  expect({ kit, world }, 'sentinel-retry-budget-threshold.test.ts').toEqual({
    kit: KIT_VERSION,
    world: stormWorld,
  })
})

test('the worlds of all solutions together are a thousand', () => {
  const worlds = measured.correct.map((one) => one.worlds)
  expect(worlds.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(1000)
})

test.each(measured.correct)('$name keeps the limits with a margin', (one) => {
  expect(one.seeds).toBeGreaterThanOrEqual(1000)
  expect(one.uneven.most * MARGIN).toBeLessThanOrEqual(JITTER.unevenMax)
  expect(one.waited.most * MARGIN).toBeLessThanOrEqual(HASTY.waitedMax)
  expect(one.alike.most * MARGIN).toBeLessThanOrEqual(JITTER.alikeMax)
  for (const { served, peak: most } of [one.outage, one.crowd]) {
    expect((1 - served.least) * MARGIN).toBeLessThanOrEqual(lostMax)
    expect((most.most - 1) * MARGIN).toBeLessThanOrEqual(extraMax)
  }
})

test.each(measured.spread)('$name misses the even spread by far', ({ uneven }) => {
  expect(uneven.least).toBeGreaterThanOrEqual(JITTER.unevenMax * MARGIN)
})

test.each(measured.alike)('$name draws waits that are alike, by far', ({ alike }) => {
  expect(alike.least).toBeGreaterThanOrEqual(JITTER.alikeMax * MARGIN)
})

test.each(measured.hasty)('$name goes on too often, by far', ({ waited }) => {
  expect(waited.least).toBeGreaterThanOrEqual(HASTY.waitedMax * MARGIN)
})

test.each(measured.storm)('$name keeps the outage alive, by far', ({ outage, crowd }) => {
  for (const { served } of [outage, crowd]) {
    expect(1 - served.most).toBeGreaterThanOrEqual(lostMax * MARGIN)
  }
})

test.each(measured.storm.slice(0, 1))('$name asks too often, by far', ({ outage, crowd }) => {
  for (const one of [outage, crowd]) {
    expect(one.peak.least - 1).toBeGreaterThanOrEqual(extraMax * MARGIN)
  }
})
