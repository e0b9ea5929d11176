import type { Fault } from '../faults/fault.ts'
import type { RunOptions, SettledRun } from '../scenario/plan.ts'
import type { Report } from '../scenario/report.ts'
import { fewest } from './fewest.ts'
import { quieter } from './quieter.ts'
import { shorter } from './shorter.ts'
import { simplest } from './simplest.ts'
import { Trials } from './trials.ts'

export interface ShrinkOptions {
  /** Runs that may be spent; default 500. */
  readonly runsMax?: number
}

export interface Shrunk {
  /** The smallest run found that breaks the same rule, with its whole trace. */
  readonly report: Report
  /** How many runs it took. */
  readonly runs: number
}

/** Rounds of all steps: one step makes room for another. */
const ROUNDS_MAX = 4
const RUNS_MAX = 500

/**
 * Makes a failing run small. The adversary's strikes become faults of the plan, and some very simple
 * plans are guessed. Then, round by round, the run ends where the rule is broken, faults become
 * short, the weather quiet, and faults and calls that are not needed go (by fast-check). Every step
 * keeps the broken rule broken.
 *
 * @param run how to run the scenario: `scenario.run`, or `(options) => runAsync(scenario, options)`
 * @throws Error when the report has no finding
 */
export async function shrink(
  run: (options: RunOptions) => Report | Promise<Report>,
  report: Report,
  { runsMax = RUNS_MAX }: ShrinkOptions = {},
): Promise<Shrunk> {
  const [first] = report.findings
  if (first === undefined) throw new Error('a run without a finding cannot be shrunk')
  const trials = new Trials(run, first.rule, runsMax)
  let best = await simplest(await withoutAdversary(report, trials), trials)
  for (let round = 0; round < ROUNDS_MAX && !trials.isSpent; round++) {
    const before = sizeOf(best)
    best = await shorter(best, trials)
    best = await quieter(best, trials)
    best = await fewest(best, trials)
    if (sizeOf(best) === before) break
  }
  return { report: await run({ ...best, full: true }), runs: trials.count }
}

/** The strikes of an adversary as data: each can be left out alone. */
async function withoutAdversary(report: Report, trials: Trials): Promise<SettledRun> {
  const { run, strikes } = report
  if (strikes.length === 0) return run
  const plan: readonly Fault[] = [...run.plan, ...strikes]
  const tried = { ...run, plan, profile: { ...run.profile, adversary: 0 } }
  return (await trials.fails(tried)) ? tried : run
}

function sizeOf(run: SettledRun): string {
  return JSON.stringify(run)
}
