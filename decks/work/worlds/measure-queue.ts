import { counter, runQueue, scenarios } from './queue.ts'
import type { Run, ScenarioId } from './queue.ts'

const SEEDS = 20

interface Waiting {
  arrivedPerS: number[]
  goodPerS: number[]
  /** Longest time at the counter of those who arrived in this second, mean over the seeds. */
  longestS: number[]
  lastHalfMinute: { good: number; refused: number }
}

export interface Queue {
  seeds: number
  patienceS: number
  scenarios: Record<ScenarioId, Waiting>
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

function measure(id: ScenarioId): Waiting {
  const runs = Array.from({ length: SEEDS }, (_, seed) => runQueue(scenarios[id], seed + 1))
  const arrived = meanBySecond(runs, (run) => run.arrivedBySecond)
  const good = meanBySecond(runs, (run) => run.goodBySecond)
  const refused = meanBySecond(runs, (run) => run.refusedBySecond)
  const late = arrived.slice(-30)
  return {
    arrivedPerS: arrived.map((value) => round(value, 10)),
    goodPerS: good.map((value) => round(value, 10)),
    longestS: meanBySecond(runs, (run) => run.longestMsBySecond).map((ms) => round(ms / 1000, 100)),
    lastHalfMinute: {
      good: round(sum(good.slice(-30)) / sum(late), 1000),
      refused: round(sum(refused.slice(-30)) / sum(late), 1000),
    },
  }
}

function meanBySecond(runs: readonly Run[], series: (run: Run) => number[]): number[] {
  const seconds = Array.from({ length: counter.durationMs / 1000 }, (_, second) => second)
  return seconds.map((second) => sum(runs.map((run) => series(run)[second] ?? 0)) / runs.length)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
