import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { BlockView } from '../../../src/view.ts'
import { dayLine } from './day-line.ts'

const MINUTE = 60_000

/** A day that goes by plan up to block `late`, which takes so many minutes longer. */
function dayOf(minutes: readonly number[], current: number, lateMinutes: number): BlockView[] {
  let plannedAt = 0
  let beginsAt = 0
  return minutes.map((each, index) => {
    const block: BlockView = {
      id: `b${index}`,
      title: `Block ${index}`,
      kind: 'talk',
      slug: null,
      pillar: null,
      minutes: each,
      priority: 'must',
      state: index < current ? 'done' : index === current ? 'now' : 'ahead',
      plannedAt,
      beginsAt,
      endsAt: beginsAt + (each + (index === 0 ? lateMinutes : 0)) * MINUTE,
    }
    plannedAt += each * MINUTE
    beginsAt = block.endsAt
    return block
  })
}

const minutes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 20 })

describe('the line of the day', () => {
  test('is whole: blocks join, from 0 to 100, each as wide as it is long', () => {
    fc.assert(
      fc.property(minutes, fc.nat(30), (day, late) => {
        const { blocks } = dayLine(dayOf(day, 1, late), 0)
        let from = 0
        for (const each of blocks) {
          expect(each.from).toBeCloseTo(from, 6)
          from += each.width
        }
        expect(from).toBeCloseTo(100, 6)
      }),
    )
  })

  test('has the plan ahead of now while the day is late, and upon it while it is not', () => {
    const late = dayLine(dayOf([30, 60, 60], 1, 15), 60 * MINUTE)
    expect(late.planned).toBeGreaterThan(late.now ?? 100)
    const onTime = dayLine(dayOf([30, 60, 60], 1, 0), 60 * MINUTE)
    expect(onTime.planned).toBeCloseTo(onTime.now ?? -1, 6)
  })

  test('shows no now before the day, and nothing of a day without blocks', () => {
    expect(
      dayLine(
        dayOf([30, 60], 9, 0).map((b) => ({ ...b, state: 'ahead' })),
        MINUTE,
      ).now,
    ).toBeNull()
    expect(dayLine([], 5)).toEqual({ blocks: [], planned: null, now: null })
  })

  test('leaves out what was dropped', () => {
    const day = dayOf([30, 60, 30], 0, 0).map((block, index) =>
      index === 1 ? { ...block, state: 'dropped' as const } : block,
    )
    expect(dayLine(day, 0).blocks.map(({ block }) => block.id)).toEqual(['b0', 'b2'])
  })
})
