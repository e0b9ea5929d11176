import { figure, figures } from '@five-pillars/content'
import type { FigureId } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import queue from '../data/queue.json'
import storm from '../data/retry-storm.json'
import scaling from '../data/scaling.json'
import shop from '../data/slow-server.json'

const { overload, bounded, burst } = queue.scenarios

/** What the runs gave for each figure of content, in the figure's unit. */
const measured = {
  'lb-even-p99': shop.even.p99Ms,
  'lb-round-robin-p99': shop.roundRobin.p99Ms / 60_000,
  'lb-round-robin-median': shop.roundRobin.medianMs,
  'lb-least-connections-p99': shop.leastConnections.p99Ms,
  'lb-least-connections-share': 100 * shop.leastConnections.slowShare,
  'lb-two-choices-p99': shop.twoChoices.p99Ms,
  'queue-burst-wait': Math.max(...burst.longestS),
  'queue-unbounded-goodput': 100 * overload.lastHalfMinute.good,
  'queue-bounded-goodput': 100 * bounded.lastHalfMinute.good,
  'queue-bounded-refused': 100 * bounded.lastHalfMinute.refused,
  'retry-storm-goodput': 100 * storm.policies.backoff.lastMinuteGoodput,
  'retry-no-budget-attempts': storm.policies.backoff.lastMinuteAttempts,
  'retry-none-recovery': storm.policies.none.recoveredAfterS,
  'retry-budget-recovery': storm.policies.budget.recoveredAfterS,
  'retry-budget-and-drop-recovery': storm.policies['budget-drop'].recoveredAfterS,
  'retry-drop-only-goodput': 100 * storm.policies['backoff-drop'].lastMinuteGoodput,
} as const satisfies Partial<Record<FigureId, number | null>>

describe.each(Object.entries(measured))('figure %s', (id, value) => {
  test('is what the runs give', () => {
    const { amount, tolerance } = measuredFigure(id)
    expect(Math.abs((value ?? Infinity) - amount)).toBeLessThanOrEqual(amount * tolerance)
  })
})

test('the peak of the curve on the slide is the one that content derives', () => {
  expect(figure('usl-peak').value).toContain(String(scaling.peak.workers))
})

function measuredFigure(id: string): { amount: number; tolerance: number } {
  const found = figures.find((each) => each.id === id)
  if (found?.verdict === 'measured') return found
  throw new Error(`figure ${id} is not a measured one`)
}
