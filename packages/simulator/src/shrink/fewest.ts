import fc from 'fast-check'

import type { SettledRun } from '../scenario/plan.ts'
import type { Trials } from './trials.ts'

/** Leaves out every fault and every call that the failure does not need. */
export async function fewest(run: SettledRun, trials: Trials): Promise<SettledRun> {
  const plan = await fewestOf(run.plan, (kept) => trials.fails({ ...run, plan: kept }))
  const fewer = { ...run, plan }
  const workload = await fewestOf(fewer.workload, (kept) => {
    return trials.fails({ ...fewer, workload: kept })
  })
  return { ...fewer, workload }
}

/** fast-check's shrinker of sub-arrays, started from the whole array. */
async function fewestOf<T>(
  all: readonly T[],
  fails: (kept: T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (all.length === 0) return all
  const list = [...all]
  const result = await fc.check(
    fc.asyncProperty(fc.subarray(list), async (kept) => {
      // The whole array is known to fail: there shrinking begins.
      return kept.length < list.length && !(await fails(kept))
    }),
    { seed: 0, numRuns: 1, examples: [[list]] },
  )
  return result.counterexample?.[0] ?? all
}
