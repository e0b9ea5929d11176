import { compareRuns } from './compare-runs.ts'
import type { Definition } from './definition.ts'
import { withholdAmbience } from './guard.ts'
import { OpenWorld } from './open-world.ts'
import { settleRun } from './plan.ts'
import type { RunOptions, SettledRun } from './plan.ts'
import { reportOf } from './report.ts'
import type { Report } from './report.ts'
import { World } from './world.ts'

/** A world that can be run from any seed. */
export interface Scenario<M> {
  readonly definition: Definition<M>
  /** Draws what the options leave open: the run as data, without running it. */
  readonly settle: (options: RunOptions) => SettledRun
  /**
   * Runs a world of synchronous code to its end.
   *
   * @throws BadPlan when the plan names what this world has not
   */
  readonly run: (options: RunOptions) => Report
  /** A world to go through step by step: in a debugger, on a slide, in a test. */
  readonly open: (options: RunOptions) => OpenWorld<M>
}

/** Makes a scenario of a definition. */
export function simulate<M>(definition: Definition<M>): Scenario<M> {
  return {
    definition,
    settle: (options) => settleRun(definition, options),
    run(options) {
      const run = settleRun(definition, options)
      const report = runOnce(definition, run, options)
      if (report.findings.length === 0 || report.trace !== null) return report
      const told = runOnce(definition, run, { ...options, full: true })
      if (told.hash === report.hash) return told
      return unlike(told, runOnce(definition, run, { ...options, full: true }))
    },
    open: (options) => new OpenWorld(definition, settleRun(definition, options), options),
  }
}

function runOnce<M>(definition: Definition<M>, run: SettledRun, options: RunOptions): Report {
  const restore = withholdAmbience()
  try {
    const { full = false, strict = true } = options
    const world = new World(definition, run, { full, strict })
    world.start()
    world.run()
    return reportOf(definition, run, world)
  } finally {
    restore()
  }
}

/** A run that was another one when it was repeated: that is what is wrong with it first of all. */
export function unlike(report: Report, again: Report): Report {
  const finding = compareRuns(report, again) ?? {
    at: 0,
    kind: 'not-deterministic',
    rule: 'The same seed gives the same run',
    text: `the first run of seed ${report.run.seed} was another one than those after it`,
  }
  return { ...report, findings: [finding, ...report.findings] }
}
