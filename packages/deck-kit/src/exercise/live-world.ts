import { runAsync } from '@five-pillars/simulator'
import type { Report, RunOptions, Scenario, Trace } from '@five-pillars/simulator'
import { shrink } from '@five-pillars/simulator/shrink'

/** A learner's file in its world, ready to be run from any seed. */
export interface LiveWorld {
  run(seed: number): Trace | Promise<Trace>
  /**
   * The smallest run found that breaks what the run of this seed breaks; that run itself where it
   * breaks nothing.
   *
   * @param tried called after each smaller run that was tried
   */
  shrink(seed: number, tried: () => void): Promise<Trace>
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
    run: async (seed) => traceOf(await run({ seed, full: true })),
    async shrink(seed, tried) {
      const report = await run({ seed, full: true })
      if (report.findings.length === 0) return traceOf(report)
      const smaller = async (options: RunOptions): Promise<Report> => {
        const result = await run(options)
        tried()
        return result
      }
      return traceOf((await shrink(smaller, report)).report)
    },
  }
}

function traceOf({ trace, run: { seed } }: Report): Trace {
  if (trace === null) throw new Error(`the run of seed ${seed} has no trace`)
  return trace
}

interface ScenarioModule {
  scenario(subject: unknown): Pick<Scenario<unknown>, 'definition'>
}

function hasScenario(module: unknown): module is ScenarioModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'scenario' in module &&
    typeof module.scenario === 'function'
  )
}
