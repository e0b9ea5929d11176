import { perSecond, timesOf } from './emissions.ts'
import { counter, queueing, rushes } from './queue.ts'
import type { RushId } from './queue.ts'
import { meanBySecond, round, sum } from './statistics.ts'

const SEEDS = 10
const SECONDS = counter.durationMs / 1000

interface Waiting {
  arrivedPerS: number[]
  /** Requests answered while their client still waited, in the second of the arrival. */
  goodPerS: number[]
  /** Longest wait of those who arrived in this second, mean over the seeds. */
  longestS: number[]
  lastHalfMinute: { good: number; refused: number }
}

export interface Queue {
  seeds: number
  patienceS: number
  scenarios: Record<RushId, Waiting>
}

/** A burst, a lasting overload, and the same overload with a bounded queue. */
export function measureQueue(): Queue {
  return {
    seeds: SEEDS,
    patienceS: counter.patienceMs / 1000,
    scenarios: {
      burst: measure('burst'),
      overload: measure('overload'),
      bounded: measure('bounded'),
    },
  }
}

function measure(id: RushId): Waiting {
  const runs = Array.from({ length: SEEDS }, (_, seed) => byArrival(id, seed + 1))
  const arrived = meanBySecond(runs.map((run) => run.arrived))
  const good = meanBySecond(runs.map((run) => run.good))
  const refused = meanBySecond(runs.map((run) => run.refused))
  const late = arrived.slice(-30)
  return {
    arrivedPerS: arrived.map((value) => round(value, 10)),
    goodPerS: good.map((value) => round(value, 10)),
    longestS: meanBySecond(runs.map((run) => run.longestS)).map((value) => round(value, 100)),
    lastHalfMinute: {
      good: round(sum(good.slice(-30)) / sum(late), 1000),
      refused: round(sum(refused.slice(-30)) / sum(late), 1000),
    },
  }
}

type Series = Record<'arrived' | 'good' | 'refused' | 'longestS', number[]>

function byArrival(id: RushId, seed: number): Series {
  const { emitted } = queueing(rushes[id]).run({ seed, strict: false })
  const answered = emitted
    .filter(({ event }) => event === 'answered')
    .map(({ at, data }) => ({ cameMs: at - Number(data), waitedMs: Number(data) }))
  const longestS = Array.from({ length: SECONDS }, () => 0)
  for (const { cameMs, waitedMs } of answered) {
    const second = Math.floor(cameMs / 1000)
    longestS[second] = Math.max(longestS[second] ?? 0, waitedMs / 1000)
  }
  const inTime = answered.filter(({ waitedMs }) => waitedMs <= counter.patienceMs)
  return {
    arrived: perSecond(timesOf(emitted, 'asked'), SECONDS),
    good: perSecond(
      inTime.map(({ cameMs }) => cameMs),
      SECONDS,
    ),
    refused: perSecond(timesOf(emitted, 'refused'), SECONDS),
    longestS,
  }
}
