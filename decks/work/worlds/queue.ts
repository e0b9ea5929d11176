import { createRng, exponential } from './rng.ts'

/** A server that answers one request every 10 ms, for clients that wait half a second. */
export const counter = { serviceMs: 10, patienceMs: 500, durationMs: 60_000 }

export interface Scenario {
  /** Requests a second that arrive in each phase; the last phase lasts until the end. */
  phases: readonly { untilMs: number; requestsPerS: number }[]
  /** Requests that may be at the counter, the one in service included; absent means any number. */
  bound?: number
}

export const scenarios = {
  burst: {
    phases: [
      { untilMs: 5000, requestsPerS: 60 },
      { untilMs: 15_000, requestsPerS: 140 },
      { untilMs: counter.durationMs, requestsPerS: 60 },
    ],
  },
  overload: {
    phases: [
      { untilMs: 5000, requestsPerS: 60 },
      { untilMs: counter.durationMs, requestsPerS: 120 },
    ],
  },
  bounded: {
    phases: [
      { untilMs: 5000, requestsPerS: 60 },
      { untilMs: counter.durationMs, requestsPerS: 120 },
    ],
    bound: 40,
  },
} as const satisfies Record<string, Scenario>

export type ScenarioId = keyof typeof scenarios

export interface Run {
  arrivedBySecond: number[]
  /** Requests answered while their client still waited, in the second of the arrival. */
  goodBySecond: number[]
  refusedBySecond: number[]
  /** The longest time that a request which arrived in this second spent at the counter. */
  longestMsBySecond: number[]
}

/** Poisson arrivals at one server with a queue in order of arrival. */
export function runQueue(scenario: Scenario, seed: number): Run {
  const rng = createRng(seed)
  const run: Run = {
    arrivedBySecond: zeros(),
    goodBySecond: zeros(),
    refusedBySecond: zeros(),
    longestMsBySecond: zeros(),
  }
  let freeAtMs = 0
  let atMs = 0

  for (const { untilMs, requestsPerS } of scenario.phases) {
    const meanGapMs = 1000 / requestsPerS
    // A Poisson stream has no memory: restarting the gap at a new phase changes nothing.
    for (atMs += exponential(rng, meanGapMs); atMs < untilMs; atMs += exponential(rng, meanGapMs)) {
      arrive()
    }
    atMs = untilMs
  }
  return run

  function arrive(): void {
    const second = Math.floor(atMs / 1000)
    add(run.arrivedBySecond, second, 1)
    const present = Math.ceil(Math.max(0, freeAtMs - atMs) / counter.serviceMs)
    if (scenario.bound !== undefined && present >= scenario.bound) {
      add(run.refusedBySecond, second, 1)
      return
    }
    freeAtMs = Math.max(atMs, freeAtMs) + counter.serviceMs
    const spentMs = freeAtMs - atMs
    add(run.goodBySecond, second, spentMs <= counter.patienceMs ? 1 : 0)
    run.longestMsBySecond[second] = Math.max(spentMs, run.longestMsBySecond[second] ?? 0)
  }
}

function zeros(): number[] {
  return Array.from({ length: counter.durationMs / 1000 }, () => 0)
}

function add(bySecond: number[], second: number, amount: number): void {
  bySecond[second] = (bySecond[second] ?? 0) + amount
}
