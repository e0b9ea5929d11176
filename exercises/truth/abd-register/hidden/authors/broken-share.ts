import { runAsync } from '@five-pillars/simulator'

import { scenario } from '../../scenario.ts'
import { quorumRegister } from './quorum-register.ts'
import type { Quorums } from './quorum-register.ts'

export interface Case extends Quorums {
  readonly name: string
  readonly nodes: number
}

/** Runs of each case. */
export const SEEDS = 1000

/** Nothing fails in this world: messages only take their time. */
export const world = {
  profile: { latencyMs: 15, spread: 'exponential', loss: 0, duplicate: 0, skewMs: 0 },
  runMs: 1000,
} as const

export const cases: readonly Case[] = [
  { name: 'R = W = 1 of 3', nodes: 3, read: 1, write: 1, writesBack: false },
  { name: 'R = 1, W = 3 of 3', nodes: 3, read: 1, write: 3, writesBack: false },
  { name: 'R = W = 2 of 3', nodes: 3, read: 2, write: 2, writesBack: false },
  { name: 'R = W = 3 of 5', nodes: 5, read: 3, write: 3, writesBack: false },
  { name: 'R = W = 2 of 3, with write-back', nodes: 3, read: 2, write: 2, writesBack: true },
  { name: 'R = W = 3 of 5, with write-back', nodes: 5, read: 3, write: 3, writesBack: true },
]

/** The share of runs, 0 to 1, whose history no single register explains. */
export async function brokenShare({ nodes, ...quorums }: Case, seeds = SEEDS): Promise<number> {
  const register = scenario(quorumRegister(quorums))
  let broken = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const profile = { ...world.profile, nodes }
    const { findings } = await runAsync(register, { ...world, seed, profile, plan: [] })
    if (findings.some(({ kind }) => kind === 'linearizability')) broken++
    else if (findings.length > 0) {
      throw new Error(`sentinel-abd-register-broken-share.ts: ${findings[0]?.text}`)
    }
  }
  return broken / seeds
}
