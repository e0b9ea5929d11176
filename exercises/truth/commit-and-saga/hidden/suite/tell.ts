import { runAsync, storyOf } from '@five-pillars/simulator'
import type { Report, Scenario } from '@five-pillars/simulator'
import { shrink } from '@five-pillars/simulator/shrink'
import { brokenWorld } from '@five-pillars/suite'

/** Shrinking ends after so many runs, and earlier where runs are long. */
const RUNS_MAX = 60
const EVENTS_MAX = 30_000
const COLUMNS = 76
const SENTENCES_MAX = 5

/** Tells the simplest of some failed runs, made as small as so many runs make it. */
export async function tellSimplest<M>(
  world: Scenario<M>,
  failed: readonly Report[],
  most = RUNS_MAX,
): Promise<never> {
  const [simplest] = failed.toSorted((a, b) => faultsOf(a) - faultsOf(b))
  if (simplest === undefined) throw new Error('sentinel-commit-and-saga-tell.ts: nothing failed')
  const runsMax = Math.min(most, Math.ceil(EVENTS_MAX / Math.max(1, simplest.events)))
  const { report } = await shrink((options) => runAsync(world, options), simplest, { runsMax })
  const { trace, run } = report
  const story = trace === null ? '' : shortened(storyOf(trace, { columns: COLUMNS }))
  throw brokenWorld(report, `${story}\n(seed ${run.seed})`)
}

function faultsOf({ run, strikes }: Report): number {
  return run.plan.length + strikes.length
}

/** The heading of a story and its last sentences: how it ends matters most. */
function shortened(story: string): string {
  const [heading = '', ...rest] = story.trimEnd().split('\n\n')
  const lines = rest.join('\n').split('\n')
  return [heading, ...lines.slice(-SENTENCES_MAX)].join('\n')
}
