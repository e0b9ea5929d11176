import { describe, expect, test } from 'vitest'

import { createRng } from './create-rng.ts'
import { poissonGap } from './poisson-gap.ts'

const GAPS = 100_000
const MEAN = 20

describe('the gaps of a Poisson stream', () => {
  const rng = createRng(417)
  const gaps = Array.from({ length: GAPS }, () => poissonGap(rng, MEAN))

  test('are never negative and have the mean that was asked for', () => {
    expect(Math.min(...gaps.slice(0, 1000))).toBeGreaterThanOrEqual(0)
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / GAPS
    // Three standard errors: the standard deviation of a gap is its mean.
    expect(Math.abs(mean - MEAN)).toBeLessThan((3 * MEAN) / Math.sqrt(GAPS))
  })

  test('have no memory: of those longer than the mean, the same share is twice as long', () => {
    const longer = gaps.filter((gap) => gap > MEAN)
    const muchLonger = longer.filter((gap) => gap > 2 * MEAN)
    expect(muchLonger.length / longer.length).toBeCloseTo(longer.length / GAPS, 2)
  })

  test('are the same for the same seed', () => {
    const again = createRng(417)
    expect(gaps.slice(0, 10)).toEqual(gaps.slice(0, 10).map(() => poissonGap(again, MEAN)))
  })
})
