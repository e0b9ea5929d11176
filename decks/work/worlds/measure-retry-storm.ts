import { perSecond, timesOf } from './emissions.ts'
import { outage, policies, retryStorm } from './retry-storm.ts'
import type { PolicyId } from './retry-storm.ts'
import { meanBySecond, median, round, sum } from './statistics.ts'

const SEEDS = 5
const RECOVERED = 0.95
const SMOOTHING_S = 5
const SHOWN_S = 80

interface Recovery {
  /** Useful answers in each second, mean over the seeds. */
  usefulPerS: number[]
  /**
   * Seconds from the repair until goodput stays above 95 %, median over the seeds; null if most
   * runs do not come back.
   */
  recoveredAfterS: number | null
  /** Share of the calls of the last minute that were answered in time. */
  lastMinuteGoodput: number
  /** Requests that were sent to the server for each call of the last minute. */
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
  const runs = Array.from({ length: SEEDS }, (_, seed) => bySecond(id, seed + 1))
  const good = meanBySecond(runs.map((run) => run.good))
  const calls = meanBySecond(runs.map((run) => run.calls))
  const attempts = meanBySecond(runs.map((run) => run.attempts))
  const recovery = median(runs.map(recoveredAfterS))
  return {
    usefulPerS: good.slice(0, SHOWN_S).map((value) => round(value, 10)),
    recoveredAfterS: Number.isFinite(recovery) ? recovery : null,
    lastMinuteGoodput: ratio(good.slice(-60), calls.slice(-60)),
    lastMinuteAttempts: ratio(attempts.slice(-60), calls.slice(-60)),
  }
}

type Series = Record<'good' | 'calls' | 'attempts', number[]>

function bySecond(id: PolicyId, seed: number): Series {
  const { emitted } = retryStorm(policies[id]).run({ seed, strict: false })
  const calls = timesOf(emitted, 'call')
  const seconds = outage.durationMs / 1000
  return {
    good: perSecond(timesOf(emitted, 'in time'), seconds),
    calls: perSecond(calls, seconds),
    attempts: perSecond([...calls, ...timesOf(emitted, 'retry')], seconds),
  }
}

/** From which second after the repair every stretch of five seconds is good; else Infinity. */
function recoveredAfterS({ good, calls }: Series): number {
  const repaired = outage.untilMs / 1000
  for (let second = good.length - SMOOTHING_S; second >= repaired; second--) {
    const end = second + SMOOTHING_S
    if (ratio(good.slice(second, end), calls.slice(second, end)) < RECOVERED) {
      const back = second + 1
      return back + SMOOTHING_S > good.length ? Infinity : back - repaired
    }
  }
  return 0
}

function ratio(parts: readonly number[], wholes: readonly number[]): number {
  return round(sum(parts) / sum(wholes), 1000)
}
