import { runAsync } from '@five-pillars/simulator'
import type { Scenario, Trace } from '@five-pillars/simulator'

/** A learner's file in its world, ready to be run from any seed. */
export interface LiveWorld {
  run(seed: number): Trace | Promise<Trace>
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
  return {
    // The same as `run` where nobody uses promises, and right where somebody does.
    async run(seed) {
      const { trace } = await runAsync(scenario, { seed, full: true })
      if (trace === null) throw new Error(`the run of seed ${seed} has no trace`)
      return trace
    },
  }
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
