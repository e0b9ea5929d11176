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
  const list = [...(await withoutChunks(all, fails))]
  if (list.length === 0) return list
  const result = await fc.check(
    fc.asyncProperty(fc.subarray(list), async (kept) => {
      // The whole array is known to fail: there shrinking begins.
      return kept.length < list.length && !(await fails(kept))
    }),
    { seed: 0, numRuns: 1, examples: [[list]] },
  )
  return result.counterexample?.[0] ?? list
}

/**
 * Halves, quarters and so on are left out first: of hundred calls a failure needs a few, and one
 * after the other would take a run each (Zeller and Hildebrandt, "Simplifying and isolating
 * failure-inducing input", 2002).
 */
async function withoutChunks<T>(
  all: readonly T[],
  fails: (kept: T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = all
  for (let size = Math.ceil(all.length / 2); size >= 2; size = Math.floor(size / 2)) {
    for (let end = kept.length; end > 0; end -= size) {
      const rest = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)]
      if (rest.length < kept.length && (await fails(rest))) kept = rest
    }
  }
  return kept
}
