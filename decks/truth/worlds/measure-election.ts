import { election, group } from './election.ts'
import { quantile } from './quantile.ts'

/** How much longer than the shortest wait the longest one is. */
const SPREADS = [0, 10, 25, group.spreadMs] as const
const RUNS = 1000
/** Equal waits are given up after that: they go on for ever. */
const PATIENCE_MS = 10_000
const LEADER_DIES_AT_MS = 1000

export interface Row {
  spreadMs: number
  /** In how many runs somebody led within the patience. */
  led: number
  medianMs: number | null
  p99Ms: number | null
  /** When somebody led, in the first runs: what the slide draws. */
  some: number[]
}

export interface ElectionRuns {
  runs: number
  patienceMs: number
  rows: Row[]
  /** From the death of a leader until another one leads. */
  withoutLeader: { medianMs: number; p99Ms: number }
}

export function measureElection(): ElectionRuns {
  return {
    runs: RUNS,
    patienceMs: PATIENCE_MS,
    rows: SPREADS.map((spreadMs) => rowOf(spreadMs, RUNS)),
    withoutLeader: withoutLeader(RUNS),
  }
}

const DRAWN = 120

function rowOf(spreadMs: number, runs: number): Row {
  const times = seedsOf(runs).flatMap((seed) => firstLeaderMs(spreadMs, seed) ?? [])
  const sorted = times.toSorted((a, b) => a - b)
  const isEmpty = sorted.length === 0
  return {
    spreadMs,
    led: times.length,
    medianMs: isEmpty ? null : quantile(sorted, 0.5),
    p99Ms: isEmpty ? null : quantile(sorted, 0.99),
    some: times.slice(0, DRAWN).map(Math.round),
  }
}

/** When somebody leads, of five servers that start together; null: not within the patience. */
export function firstLeaderMs(spreadMs: number, seed: number): number | null {
  const world = election({ spreadMs }).open({ seed, plan: [], runMs: PATIENCE_MS, strict: false })
  let seen = 0
  while (world.step()) {
    const news = world.events.slice(seen)
    seen += news.length
    if (news.some((each) => each.kind === 'emit' && each.event === 'leads')) return world.now
  }
  return null
}

function withoutLeader(runs: number): ElectionRuns['withoutLeader'] {
  const world = election()
  const times = seedsOf(runs).map((seed) => {
    const dies = { at: LEADER_DIES_AT_MS, for: group.runMs, node: { last: 'leads' } }
    const plan = [{ kind: 'crash', ...dies } as const]
    const { emitted } = world.run({ seed, plan, strict: false })
    const next = emitted.find(({ event, at }) => event === 'leads' && at > LEADER_DIES_AT_MS)
    if (next === undefined) throw new Error(`seed ${seed}: nobody led again`)
    return next.at - LEADER_DIES_AT_MS
  })
  const sorted = times.toSorted((a, b) => a - b)
  return { medianMs: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99) }
}

function seedsOf(runs: number): number[] {
  return Array.from({ length: runs }, (_, run) => run + 1)
}
