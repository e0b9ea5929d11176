import { register } from './register.ts'
import type { Quorums } from './register.ts'

/** Of three copies (or five), what is asked; all but `one` overlap: reads + writes > copies. */
export const settings = {
  one: { copies: 3, reads: 1, writes: 1, writeBack: false },
  all: { copies: 3, reads: 1, writes: 3, writeBack: false },
  majority: { copies: 3, reads: 2, writes: 2, writeBack: false },
  five: { copies: 5, reads: 3, writes: 3, writeBack: false },
  writeBack: { copies: 3, reads: 2, writes: 2, writeBack: true },
} as const satisfies Record<string, Quorums>

export type Setting = keyof typeof settings

export interface RegisterRuns {
  runs: number
  /** In how many of the runs time ran backwards for somebody. */
  broken: Record<Setting, number>
  /** Which of the runs with two of three those are, by their seeds. */
  seeds: readonly number[]
}

const RUNS = 1000

export function measureRegister(): RegisterRuns {
  const seeds = brokenSeeds('majority', RUNS)
  return {
    runs: RUNS,
    broken: {
      one: brokenSeeds('one', RUNS).length,
      all: brokenSeeds('all', RUNS).length,
      majority: seeds.length,
      five: brokenSeeds('five', RUNS).length,
      writeBack: brokenSeeds('writeBack', RUNS).length,
    },
    seeds,
  }
}

/** Of the runs with the seeds from 1, those in which a later reader saw an older value. */
export function brokenSeeds(setting: Setting, runs: number): number[] {
  const world = register(settings[setting])
  return Array.from({ length: runs }, (_, run) => run + 1).filter((seed) => {
    const { findings, unknown } = world.run({ seed, strict: false })
    if (unknown.length > 0) throw new Error(`seed ${seed} was not judged: ${unknown.join(', ')}`)
    return findings.length > 0
  })
}
