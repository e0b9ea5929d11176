import type { Emitted } from '@five-pillars/simulator'

import type { Balancing } from './balancing.ts'
import { numbersOf } from './emissions.ts'
import { serversOf, shop, slowServer } from './slow-server.ts'
import { median, percentile, round, sum } from './statistics.ts'

const SEEDS = 7
const SHOWN_SECONDS = [1, 2, 4, 60]
const SERVERS = serversOf(shop)

interface Balanced {
  /** Median over the seeds. */
  p99Ms: number
  p99LowestMs: number
  p99HighestMs: number
  medianMs: number
  slowShare: number
  /** Requests in each server, at some moments of the run of the first seed. */
  moments: { second: number; inside: number[] }[]
}

export interface SlowServer {
  seeds: number
  /** Round robin while no server is slow. */
  even: Balanced
  roundRobin: Balanced
  leastConnections: Balanced
  twoChoices: Balanced
}

/** One minute of the shop with one slow server, under each way of choosing. */
export function measureSlowServer(): SlowServer {
  return {
    seeds: SEEDS,
    even: measure('roundRobin', 1),
    roundRobin: measure('roundRobin'),
    leastConnections: measure('leastConnections'),
    twoChoices: measure('twoChoices'),
  }
}

function measure(balancing: Balancing, slowFactor = shop.slowFactor): Balanced {
  const scenario = slowServer(balancing, { ...shop, slowFactor })
  const runs = Array.from({ length: SEEDS }, (_, index) => {
    const { emitted } = scenario.run({ seed: index + 1, strict: false })
    return lookAt(emitted, index === 0 ? SHOWN_SECONDS : [])
  })
  const p99s = runs.map((run) => run.p99Ms)
  return {
    p99Ms: Math.round(median(p99s)),
    p99LowestMs: Math.round(Math.min(...p99s)),
    p99HighestMs: Math.round(Math.max(...p99s)),
    medianMs: round(median(runs.map((run) => run.medianMs)), 10),
    slowShare: round(
      sum(runs.map((run) => run.servedSlowly)) / sum(runs.map((run) => run.served)),
      10_000,
    ),
    moments: runs[0]?.moments ?? [],
  }
}

interface Run extends Pick<Balanced, 'p99Ms' | 'medianMs' | 'moments'> {
  served: number
  servedSlowly: number
}

/** Keeps of a run what is asked of it, since its events are a hundred thousand. */
function lookAt(emitted: readonly Emitted[], seconds: readonly number[]): Run {
  const waitsMs = numbersOf(emitted, 'answered')
  const ofSlow = emitted.filter(({ node }) => node === SERVERS.at(-1))
  return {
    p99Ms: percentile(waitsMs, 0.99),
    medianMs: median(waitsMs),
    served: waitsMs.length,
    // The gauge goes up once for each request that comes.
    servedSlowly: numbersOf(ofSlow, 'queue').filter(
      (now, index, all) => now > (all[index - 1] ?? 0),
    ).length,
    moments: seconds.map((second) => ({
      second,
      inside: SERVERS.map((server) => insideAt(second * 1000, emitted, server)),
    })),
  }
}

function insideAt(atMs: number, emitted: readonly Emitted[], server: string): number {
  const last = emitted.findLast(
    ({ at, node, event }) => at <= atMs && node === server && event === 'queue',
  )
  return Number(last?.data ?? 0)
}
