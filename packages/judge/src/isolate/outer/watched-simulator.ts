/**
 * What a suite gets when it imports the simulator: the simulator, with each run noted. `bundle.ts`
 * puts it in the place of the package.
 */
import {
  runAsync as runSimulatedAsync,
  simulate as simulateUnwatched,
} from '@five-pillars/simulator'
import type { Definition, Report, RunOptions, Scenario } from '@five-pillars/simulator'

export * from '@five-pillars/simulator'

export function simulate<M>(definition: Definition<M>): Scenario<M> {
  const scenario = simulateUnwatched(definition)
  return { ...scenario, run: (options) => noted(scenario.run(options)) }
}

export async function runAsync<M>(
  scenario: Pick<Scenario<M>, 'definition'>,
  options: RunOptions,
): Promise<Report> {
  return noted(await runSimulatedAsync(scenario, options))
}

function noted(report: Report): Report {
  globalThis.fivePillars.ran(report)
  return report
}
