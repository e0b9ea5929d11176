import type { Fault } from '../faults/fault.ts'
import type { SettledRun } from '../scenario/plan.ts'
import type { Trials } from './trials.ts'

/** Ends the run where it breaks the rule, and makes each fault as short as it can be. */
export async function shorter(run: SettledRun, trials: Trials): Promise<SettledRun> {
  let best = await earlierEnd(run, trials)
  for (const place of best.plan.keys()) best = await shorterFault(best, place, trials)
  return best
}

async function earlierEnd(run: SettledRun, trials: Trials): Promise<SettledRun> {
  // One run tells when the rule is broken; it is not known of a run that others have made.
  if (trials.brokenAt === undefined && !(await trials.fails(run))) return run
  const runMs = Math.ceil((trials.brokenAt ?? run.runMs) + 1)
  if (runMs >= run.runMs) return run
  const workload = run.workload.filter(({ at }) => at <= runMs)
  const tried = {
    ...run,
    runMs,
    workload,
    plan: run.plan.filter((fault) => beginsBefore(fault, runMs)),
  }
  return (await trials.fails(tried)) ? tried : run
}

function beginsBefore(fault: Fault, ms: number): boolean {
  return fault.kind === 'strike' || fault.at <= ms
}

/** Halves the length of a fault for as long as the failure stays. */
async function shorterFault(run: SettledRun, place: number, trials: Trials): Promise<SettledRun> {
  let best = run
  for (;;) {
    const fault = best.plan[place]
    if (fault === undefined || !('for' in fault) || fault.for <= 1) return best
    const half = { ...fault, for: Math.floor(fault.for / 2) }
    const tried = { ...best, plan: best.plan.with(place, half) }
    if (!(await trials.fails(tried))) return best
    best = tried
  }
}
