import { leastConnections, roundRobin, runShop, SLOW, twoChoices } from './slow-server.ts'
import type { Pick } from './slow-server.ts'
import { median, percentile } from './statistics.ts'

const SEEDS = 25
const SHOWN_SECONDS = [1, 2, 4, 60]

interface Balancing {
  /** Median over the seeds. */
  p99Ms: number
  p99LowestMs: number
  p99HighestMs: number
  medianMs: number
  slowShare: number
  /** Requests in flight at each backend, at some moments of the run of the first seed. */
  moments: { second: number; inFlight: number[] }[]
}

export interface SlowServer {
  seeds: number
  /** Round robin while no backend is slow. */
  even: Balancing
  roundRobin: Balancing
  leastConnections: Balancing
  twoChoices: Balancing
}

/** One minute of the shop with one slow backend, under each way of choosing. */
export function measureSlowServer(): SlowServer {
  return {
    seeds: SEEDS,
    even: measure(roundRobin, 1),
    roundRobin: measure(roundRobin),
    leastConnections: measure(leastConnections),
    twoChoices: measure(twoChoices),
  }
}

function measure(createPick: () => Pick, slowFactor?: number): Balancing {
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1)
  const runs = seeds.map((seed) => runShop(createPick(), seed, slowFactor))
  const p99s = runs.map((run) => percentile(run.latenciesMs, 0.99))
  const served = runs.reduce((sum, run) => sum + run.latenciesMs.length, 0)
  const slow = runs.reduce((sum, run) => sum + (run.given[SLOW] ?? 0), 0)
  return {
    p99Ms: Math.round(median(p99s)),
    p99LowestMs: Math.round(Math.min(...p99s)),
    p99HighestMs: Math.round(Math.max(...p99s)),
    medianMs: round(median(runs.map((run) => percentile(run.latenciesMs, 0.5))), 10),
    slowShare: round(slow / served, 10_000),
    moments: SHOWN_SECONDS.map((second) => ({
      second,
      inFlight: runs[0]?.inFlightBySecond[second] ?? [],
    })),
  }
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
