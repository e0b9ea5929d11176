import { KIT_VERSION } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { brokenShare, cases, SEEDS, world } from './broken-share.ts'
import measured from './quorums.json' with { type: 'json' }

/** Few enough to run each time, and as many as the figures speak of. */
const SAMPLE = 100

test('the figures are of this kit, its world and its cases', () => {
  const { kit, seeds, world: then } = measured
  expect({ kit, seeds, world: then }).toEqual({ kit: KIT_VERSION, seeds: SEEDS, world })
  const names = measured.measured.map(({ name }) => name)
  expect(names, 'sentinel-abd-register-threshold.test.ts').toEqual(cases.map(({ name }) => name))
})

test.each(measured.measured)('$name is as measured', async (one) => {
  const share = await brokenShare(one, SAMPLE)
  // Four standard errors of a share of so many runs.
  const error = 4 * Math.sqrt((one.broken * (1 - one.broken)) / SAMPLE)
  expect(Math.abs(share - one.broken)).toBeLessThanOrEqual(error)
})

test('only who writes back is never caught', () => {
  const safe = measured.measured.filter(({ broken }) => broken === 0)
  expect(safe).toEqual(measured.measured.filter(({ writesBack }) => writesBack))
})
