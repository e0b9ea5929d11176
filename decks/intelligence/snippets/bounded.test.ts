import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { bounded } from './bounded.ts'

const limits = { most: 20, least: 2, up: 4, down: 1 }
const replicas = fc.integer({ min: limits.least, max: limits.most })
const wish = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(null))

describe('a bounded rule', () => {
  test('never passes a limit, whatever it wishes', () => {
    const act = bounded(limits, () => false)
    fc.assert(
      fc.property(replicas, wish, (now, wished) => {
        const next = act(now, wished)
        expect(next).toBeGreaterThanOrEqual(Math.max(limits.least, now - limits.down))
        expect(next).toBeLessThanOrEqual(Math.min(limits.most, now + limits.up))
      }),
    )
  })

  test('gets what it wishes where no limit is in the way', () => {
    expect(bounded(limits, () => false)(10, 13)).toBe(13)
  })

  test('changes nothing once a person has said stop, or when it cannot see', () => {
    fc.assert(
      fc.property(replicas, wish, (now, wished) => {
        expect(bounded(limits, () => true)(now, wished)).toBe(now)
        expect(bounded(limits, () => false)(now, null)).toBe(now)
      }),
    )
  })
})
