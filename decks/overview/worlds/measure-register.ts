import { isLinearizable } from './linearizable.ts'
import { runRegister, shop } from './register.ts'

const RUNS = 1000

export interface RegisterRuns {
  runs: number
  world: typeof shop
  /** Runs in which some reader saw the new value and a later one the old. */
  violations: { quorums: number; writeBack: number }
}

/** How often overlapping quorums break linearizability, and how often with a write-back. */
export function measureRegister(): RegisterRuns {
  return {
    runs: RUNS,
    world: shop,
    violations: { quorums: violations(false), writeBack: violations(true) },
  }
}

function violations(writeBack: boolean): number {
  const seeds = Array.from({ length: RUNS }, (_, run) => run + 1)
  return seeds.filter((seed) => !isLinearizable(runRegister(seed, writeBack))).length
}
