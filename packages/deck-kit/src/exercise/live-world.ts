import { BadPlan, decodeToken, runAsync, runOf } from '@five-pillars/simulator'
import type { Fault, Report, RunOptions, Scenario, Trace } from '@five-pillars/simulator'
import { shrink } from '@five-pillars/simulator/shrink'

import { faultsOf } from '../hands/faults-of.ts'
import { refuseUnwritten } from './refuse-unwritten.ts'
import type { Wanted } from './worker-messages.ts'

/** A learner's file in its world, ready to be run from any seed. */
export interface LiveWorld {
  run(wanted: Wanted): Promise<Trace>
  /**
   * The smallest run found that breaks what this run breaks, with its token; that run itself where
   * it breaks nothing.
   *
   * @param tried called after each smaller run that was tried
   */
  shrink(wanted: Wanted, tried: () => void): Promise<{ trace: Trace; token?: string }>
}

/**
 * The one place that knows what an exercise exports: `scenario.ts` a function `scenario` from the
 * learner's module to a world.
 *
 * @throws TypeError when it does not
 */
export function worldOf(subject: unknown, module: unknown): LiveWorld {
  if (!hasScenario(module)) throw new TypeError('scenario.ts does not export a function `scenario`')
  const scenario = module.scenario(subject)
  // The same as `run` where nobody uses promises, and right where somebody does.
  const run = (options: RunOptions): Promise<Report> => runAsync(scenario, options)
  return {
    async run(wanted) {
      const report = await run(optionsOf(scenario, wanted))
      refuseUnwritten(report, subject)
      return traceOf(report)
    },
    async shrink(wanted, tried) {
      const report = await run(optionsOf(scenario, wanted))
      if (report.findings.length === 0) return { trace: traceOf(report) }
      const smaller = async (options: RunOptions): Promise<Report> => {
        const result = await run(options)
        tried()
        return result
      }
      const { report: smallest } = await shrink(smaller, report)
      return { trace: traceOf(smallest), token: smallest.token }
    },
  }
}

type World = Pick<Scenario<unknown>, 'definition' | 'settle'>

/** The run of a seed, or of a token, and what was done to it by hand after all its own faults. */
function optionsOf(world: World, { seed, token, changes }: Wanted): RunOptions {
  const base = token === undefined ? { seed } : runOf(decodeToken(token, world.definition.name))
  if (changes.length === 0) return { ...base, full: true }
  const { plan, healAtMs } = world.settle(base)
  const byHand = faultsOf(changes, healAtMs).filter((faults) => fits(world, base, faults))
  return { ...base, plan: [...plan, ...byHand.flat()], full: true }
}

/** Whether this world has all that some faults name: another seed may have fewer servers. */
function fits(world: World, base: RunOptions, plan: readonly Fault[]): boolean {
  try {
    world.settle({ ...base, plan })
    return true
  } catch (error) {
    if (error instanceof BadPlan) return false
    throw error
  }
}

function traceOf({ trace, run: { seed } }: Report): Trace {
  if (trace === null) throw new Error(`the run of seed ${seed} has no trace`)
  return trace
}

interface ScenarioModule {
  scenario(subject: unknown): World
}

function hasScenario(module: unknown): module is ScenarioModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'scenario' in module &&
    typeof module.scenario === 'function'
  )
}
