import { KIT_VERSION } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { nightWorld } from '../../scenario.ts'
import { noise, noiseLimits } from '../suite/noise.ts'
import measured from './thresholds.json' with { type: 'json' }

const MARGIN = 1.3

/** Of what is promised to be high, the rest is what may be missed. */
const limits: Readonly<Record<string, { readonly most: number; readonly of: number }>> = {
  foundPercent: { most: 100 - noiseLimits.foundPercent, of: 100 },
  falsePercent: { most: noiseLimits.falsePercent, of: 0 },
  pagedWithinMs: { most: nightWorld.pagedWithinMs, of: 0 },
}

test('the measured worlds are the worlds of the suite', () => {
  const { kit, noise: shown, night } = measured
  expect({ kit, noise: shown, night }, 'sentinel-anomaly-detector-threshold.test.ts').toEqual({
    kit: KIT_VERSION,
    noise,
    night: nightWorld,
  })
})

test('every limit is measured', () => {
  expect(measured.figures.map(({ limit }) => limit)).toEqual(Object.keys(limits))
})

describe.each(measured.figures)('$limit', ({ limit, correct, wrong }) => {
  const { most, of } = limits[limit] ?? { most: NaN, of: NaN }
  /** How far it is from what would be best. */
  const costs = ({ lowest, highest }: { lowest: number; highest: number }): [number, number] => {
    const [a, b] = [Math.abs(of - lowest), Math.abs(of - highest)]
    return [Math.min(a, b), Math.max(a, b)]
  }

  test.each(correct)('$name keeps it with a margin', (one) => {
    const [, worst] = costs(one)
    expect(one.seeds).toBeGreaterThanOrEqual(1000)
    expect(worst * MARGIN).toBeLessThanOrEqual(most)
  })

  test(`${wrong.name} misses it by far`, () => {
    const [best] = costs(wrong)
    expect(best).toBeGreaterThanOrEqual(most * MARGIN)
  })
})
