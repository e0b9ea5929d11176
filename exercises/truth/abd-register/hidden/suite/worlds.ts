import { createRng, runAsync, unmetDangers } from '@five-pillars/simulator'
import type { Report, RunOptions } from '@five-pillars/simulator'
import { shrink } from '@five-pillars/simulator/shrink'
import fc from 'fast-check'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'

const SEEDS = 300

/** Nothing heals in these runs: they are about what is said, not about who is answered. */
const RUN_MS = 500

/** So many failures tell enough; the simplest of them is told. */
const FAILURES_MAX = 12

/** Fewer seeds may miss a danger by chance. */
const SEEDS_FOR_DANGERS = 50

const CANDIDATES = 2
const SHRINK_RUNS_MAX = 150

/** Runs a submission in its world with many seeds, and returns the runs that have failed. */
export async function failuresOf(subject: Subject): Promise<Report[]> {
  const world = scenario(subject)
  const { seed = 0, numRuns = SEEDS } = fc.readConfigureGlobal()
  const failures: Report[] = []
  const seen: Pick<Report, 'coverage'>[] = []
  for (let nth = 0; nth < numRuns && failures.length < FAILURES_MAX; nth++) {
    const report = await runAsync(world, optionsOf(seed + nth))
    seen.push({ coverage: report.coverage })
    if (report.unknown.length > 0) throw new Error(`nobody knows: ${report.unknown.join(', ')}`)
    if (report.findings.length > 0) failures.push(report)
  }
  const unmet = unmetDangers(world.definition.sometimes ?? [], seen)
  if (failures.length === 0 && numRuns >= SEEDS_FOR_DANGERS && unmet.length > 0) {
    throw new Error(`sentinel-abd-register-worlds.ts: no run has met ${unmet.join(', ')}`)
  }
  return failures
}

/** Another weather for each seed: some bugs hide behind what makes others show. */
function optionsOf(seed: number): RunOptions {
  const rng = createRng(seed)
  const profile = {
    nodes: rng.pick([3, 3, 5]),
    loss: rng.pick([0, 0.02, 0.1]),
    duplicate: rng.pick([0, 0.05, 0.2]),
    tail: rng.pick([0, 0.02]),
    adversary: rng.pick([0, 0.03, 0.1]),
  }
  return { seed, profile, runMs: RUN_MS, healAtMs: RUN_MS }
}

/** Makes the simplest of some failures as small as it can. */
export async function smallest(subject: Subject, failures: readonly Report[]): Promise<Report> {
  const world = scenario(subject)
  const simplest = failures.toSorted((a, b) => sizeOf(a) - sizeOf(b)).slice(0, CANDIDATES)
  const shrunk: Report[] = []
  for (const failure of simplest) {
    const { report } = await shrink((options) => runAsync(world, options), failure, {
      runsMax: SHRINK_RUNS_MAX,
    })
    shrunk.push(report)
  }
  const [best] = shrunk.toSorted((a, b) => sizeOf(a) - sizeOf(b))
  if (best === undefined) throw new Error('sentinel-abd-register-worlds.ts: nothing has failed')
  return best
}

/** A fault takes more to explain than a call. */
function sizeOf({ run, strikes }: Report): number {
  return 20 * (run.plan.length + strikes.length) + run.workload.length
}
