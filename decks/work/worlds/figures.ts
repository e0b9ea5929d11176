import type { Measurements } from './measurements.ts'
import { policies } from './retry-storm.ts'
import { shop } from './slow-server.ts'
import { round } from './statistics.ts'

const MINUTE_MS = 60_000

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({
  queue,
  'retry-storm': storm,
  'slow-server': slow,
}: Omit<Measurements, 'scaling'>): Record<string, number> {
  const { overload, bounded, burst } = queue.scenarios
  return {
    'lb-load': percent(shop.load),
    'lb-even-p99': slow.even.p99Ms,
    'lb-round-robin-p99': round(slow.roundRobin.p99Ms / MINUTE_MS, 100),
    'lb-round-robin-median': slow.roundRobin.medianMs,
    'lb-least-connections-p99': slow.leastConnections.p99Ms,
    'lb-least-connections-share': percent(slow.leastConnections.slowShare),
    'lb-two-choices-p99': slow.twoChoices.p99Ms,
    'queue-burst-wait': Math.max(...burst.longestS),
    'queue-unbounded-goodput': percent(overload.lastHalfMinute.good),
    'queue-bounded-goodput': percent(bounded.lastHalfMinute.good),
    'queue-bounded-refused': percent(bounded.lastHalfMinute.refused),
    'retry-storm-goodput': percent(storm.policies.backoff.lastMinuteGoodput),
    'retry-no-budget-attempts': storm.policies.backoff.lastMinuteAttempts,
    'retry-none-recovery': seconds(storm.policies.none.recoveredAfterS),
    'retry-budget-ratio': percent(policies.budget.budget),
    'retry-budget-recovery': seconds(storm.policies.budget.recoveredAfterS),
    'retry-budget-and-drop-recovery': seconds(storm.policies['budget-drop'].recoveredAfterS),
    'retry-drop-only-goodput': percent(storm.policies['backoff-drop'].lastMinuteGoodput),
  }
}

function percent(share: number): number {
  return round(100 * share, 100)
}

/** A figure says how long a recovery takes: one that does not come is another figure. */
function seconds(recoveredAfterS: number | null): number {
  if (recoveredAfterS === null) throw new Error('a policy that should recover did not')
  return recoveredAfterS
}
