import { register, shop } from './register.ts'

const RUNS = 1000

export interface RegisterRuns {
  runs: number
  world: Omit<typeof shop, 'copies' | 'gapMs'> & { copies: string[]; gapMs: number[] }
  /** Runs in which some reader saw the new value and a later one the old. */
  violations: { quorums: number; writeBack: number }
}

/** How often overlapping quorums break linearizability, and how often with a write-back. */
export function measureRegister(): RegisterRuns {
  return {
    runs: RUNS,
    world: { ...shop, copies: [...shop.copies], gapMs: [...shop.gapMs] },
    violations: { quorums: violations(false), writeBack: violations(true) },
  }
}

function violations(writeBack: boolean): number {
  const scenario = register(writeBack)
  const seeds = Array.from({ length: RUNS }, (_, run) => run + 1)
  return seeds.filter((seed) => {
    const { findings, unknown } = scenario.run({ seed, strict: false })
    if (unknown.length > 0) throw new Error(`seed ${seed} was not judged: ${unknown.join(', ')}`)
    return findings.length > 0
  }).length
}
