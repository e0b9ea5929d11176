import type { Fault } from '../faults/fault.ts'
import type { SettledRun } from '../scenario/plan.ts'
import type { Trials } from './trials.ts'

/**
 * Ends the run where it breaks the rule, and makes each fault short: a millisecond if that will do.
 * A message is lost or held up as soon as it is sent, if that is as well.
 */
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
  return !('at' in fault) || fault.at <= ms
}

/** The shortest first, then halves for as long as the failure stays. */
async function shorterFault(run: SettledRun, place: number, trials: Trials): Promise<SettledRun> {
  const early = atOnce(run, place)
  let best = early !== undefined && (await trials.fails(early)) ? early : run
  const shortest = lasting(best, place, () => 1)
  if (shortest === undefined) return best
  if (await trials.fails(shortest)) return shortest
  for (;;) {
    const half = lasting(best, place, (ms) => Math.floor(ms / 2))
    if (half === undefined || !(await trials.fails(half))) return best
    best = half
  }
}

/** The run in which a message is struck as it is sent; undefined where no message is, or it is. */
function atOnce(run: SettledRun, place: number): SettledRun | undefined {
  const fault = run.plan[place]
  if (fault === undefined || !('afterMs' in fault) || fault.afterMs === 0) return undefined
  return { ...run, plan: run.plan.with(place, { ...fault, afterMs: 0 }) }
}

/** The run with another length of one fault; undefined where it has none, or is short already. */
function lasting(
  run: SettledRun,
  place: number,
  change: (ms: number) => number,
): SettledRun | undefined {
  const fault = run.plan[place]
  if (fault?.kind === 'delay-message') {
    if (fault.byMs <= 1) return undefined
    return { ...run, plan: run.plan.with(place, { ...fault, byMs: change(fault.byMs) }) }
  }
  if (fault === undefined || !('for' in fault) || fault.for <= 1) return undefined
  return { ...run, plan: run.plan.with(place, { ...fault, for: change(fault.for) }) }
}
