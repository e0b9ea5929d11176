import { outage, policies, runOutage } from './retry-storm.ts'
import type { PolicyId, Run } from './retry-storm.ts'

const SEEDS = 20
const RECOVERED = 0.95
const SMOOTHING_S = 5
const SHOWN_S = 80

interface Recovery {
  /** Useful answers in each second, mean over the seeds. */
  usefulPerS: number[]
  /** Seconds from the repair until goodput stays above 95 %; null if it does not come back. */
  recoveredAfterS: number | null
  /** Share of the calls of the last minute that were answered in time. */
  lastMinuteGoodput: number
  /** Requests that reached the server for each call of the last minute. */
  lastMinuteAttempts: number
}

export interface RetryStorm {
  seeds: number
  offeredPerS: number
  outageFromS: number
  outageUntilS: number
  observedS: number
  policies: Record<PolicyId, Recovery>
}

/** The five-second outage under each policy of clients and server. */
export function measureRetryStorm(): RetryStorm {
  return {
    seeds: SEEDS,
    offeredPerS: outage.callsPerS,
    outageFromS: outage.fromMs / 1000,
    outageUntilS: outage.untilMs / 1000,
    observedS: outage.durationMs / 1000,
    policies: {
      none: measure('none'),
      immediate: measure('immediate'),
      backoff: measure('backoff'),
      'backoff-drop': measure('backoff-drop'),
      budget: measure('budget'),
      'budget-drop': measure('budget-drop'),
    },
  }
}

function measure(id: PolicyId): Recovery {
  const runs = Array.from({ length: SEEDS }, (_, seed) => runOutage(policies[id], seed + 1))
  const good = meanBySecond(runs, (run) => run.goodBySecond)
  const calls = meanBySecond(runs, (run) => run.callsBySecond)
  const attempts = meanBySecond(runs, (run) => run.attemptsBySecond)
  return {
    usefulPerS: good.slice(0, SHOWN_S).map((value) => Math.round(value * 10) / 10),
    recoveredAfterS: recoveredAfterS(good, calls),
    lastMinuteGoodput: ratio(good.slice(-60), calls.slice(-60)),
    lastMinuteAttempts: ratio(attempts.slice(-60), calls.slice(-60)),
  }
}

function meanBySecond(runs: readonly Run[], series: (run: Run) => number[]): number[] {
  const sums = Array.from({ length: outage.durationMs / 1000 }, () => 0)
  for (const run of runs) {
    for (const [second, value] of series(run).entries()) {
      sums[second] = (sums[second] ?? 0) + value / runs.length
    }
  }
  return sums
}

/** The first second after the repair from which every stretch of five seconds is good. */
function recoveredAfterS(good: readonly number[], calls: readonly number[]): number | null {
  const repaired = outage.untilMs / 1000
  for (let second = good.length - SMOOTHING_S; second >= repaired; second--) {
    const end = second + SMOOTHING_S
    if (ratio(good.slice(second, end), calls.slice(second, end)) < RECOVERED) {
      const back = second + 1
      return back + SMOOTHING_S > good.length ? null : back - repaired
    }
  }
  return 0
}

function ratio(parts: readonly number[], wholes: readonly number[]): number {
  return Math.round((sum(parts) / sum(wholes)) * 1000) / 1000
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
