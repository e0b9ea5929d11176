import type { Fault } from '../faults/fault.ts'
import type { SettledRun } from '../scenario/plan.ts'
import { calm } from '../scenario/profile.ts'
import { withServers } from './quieter.ts'
import type { Trials } from './trials.ts'

/** A plan of so few faults is simple enough to be made smaller one by one. */
const FEW = 3
/** How often a rule may have matched before a guess gives it up. */
const NTH_MAX = 3
const SERVERS = 3
const STRIKE_MS = 20

/**
 * Guesses before it cuts: many a bug that a storm of faults has found needs none of them, or one
 * strike early on. Leaving out one of forty faults moves all that come after it; a guess does not.
 */
export async function simplest(run: SettledRun, trials: Trials): Promise<SettledRun> {
  if (run.plan.length <= FEW) return run
  const small = withServers(run, Math.min(SERVERS, run.profile.nodes))
  const quiet = { ...small, profile: { ...small.profile, ...calm } }
  for (const guess of [quiet, small]) {
    for (const plan of guesses(run, guess)) {
      const tried = { ...guess, plan }
      if (await trials.fails(tried)) return tried
    }
  }
  return run
}

/** No fault at all, and each single strike of a rule that struck in the run. */
function* guesses({ plan }: SettledRun, { servers }: SettledRun): Generator<readonly Fault[]> {
  yield []
  const rules = new Map(
    plan.flatMap((fault) => (fault.kind === 'strike' ? [[fault.rule, fault.act] as const] : [])),
  )
  for (let nth = 1; nth <= NTH_MAX; nth++) {
    for (const [rule, act] of rules) {
      for (const node of servers) yield [{ kind: 'strike', act, rule, node, nth, for: STRIKE_MS }]
    }
  }
}
