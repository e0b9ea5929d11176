import { fleet, leaving } from './keys.ts'
import type { Fleet, Rule } from './keys.ts'

const RUNS = 10

export interface KeysMoved {
  runs: number
  fleet: Fleet
  /** How many of a hundred keys move when one server leaves, mean over the runs. */
  movedPercent: Record<Rule, number>
}

/** How many keys move under each rule when one of ten servers leaves. */
export function measureKeys(): KeysMoved {
  return { runs: RUNS, fleet, movedPercent: { modulo: moved('modulo'), ring: moved('ring') } }
}

function moved(rule: Rule): number {
  const seeds = Array.from({ length: RUNS }, (_, run) => run + 1)
  const keys = seeds.reduce((sum, seed) => sum + movedIn(rule, seed), 0)
  return Math.round((1000 * keys) / (RUNS * fleet.keys)) / 10
}

function movedIn(rule: Rule, seed: number): number {
  const [call] = leaving(rule, seed).run({ seed, strict: false }).history
  if (call?.outcome !== 'ok') throw new Error(`seed ${seed}: the server was never taken out`)
  return Number(call.output)
}
