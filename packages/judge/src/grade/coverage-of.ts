import type { SuiteRun } from '../run/suite-run.ts'
import type { Verdict } from '../verdict.ts'

/** What all simulated runs of a suite came to; null where it simulates nothing. */
export function coverageOf({ tests }: SuiteRun): Verdict['coverage'] {
  const ran = [...tests.values()].flatMap(({ worlds }) => worlds ?? [])
  if (ran.length === 0) return null
  return {
    seeds: sum(ran, 'seeds'),
    delivered: sum(ran, 'delivered'),
    dropped: sum(ran, 'dropped'),
    partitions: sum(ran, 'partitions'),
    restarts: sum(ran, 'restarts'),
  }
}

function sum<Key extends string>(counts: readonly Record<Key, number>[], key: Key): number {
  return counts.reduce((total, count) => total + count[key], 0)
}
