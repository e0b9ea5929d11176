import { withholdAmbience } from './guard.ts'
import { settleRun } from './plan.ts'
import type { RunOptions, SettledRun } from './plan.ts'
import { reportOf } from './report.ts'
import type { Report } from './report.ts'
import { unlike } from './simulate.ts'
import type { Scenario } from './simulate.ts'
import { World } from './world.ts'

/** A chain of `await`s of one step is as long as this at most, unless the world says otherwise. */
const HOPS = 12

/**
 * Runs a world in which clients use promises: after each event all promises that it settled go on,
 * still in the same instant. The result is the same as that of `run` where nobody uses promises.
 *
 * @throws BadPlan when the plan names what this world has not
 */
export async function runAsync<M>(
  { definition }: Pick<Scenario<M>, 'definition'>,
  options: RunOptions,
): Promise<Report> {
  const run = settleRun(definition, options)
  const report = await runOnce(definition, run, options)
  if (report.findings.length === 0 || report.trace !== null) return report
  const told = await runOnce(definition, run, { ...options, full: true })
  if (told.hash === report.hash) return told
  return unlike(told, await runOnce(definition, run, { ...options, full: true }))
}

async function runOnce<M>(
  definition: Scenario<M>['definition'],
  run: SettledRun,
  { full = false, strict = true }: RunOptions,
): Promise<Report> {
  const restore = withholdAmbience()
  try {
    const world = new World(definition, run, { full, strict })
    const { hops = HOPS } = definition
    const promising = definition.promising && new Set(definition.promising)
    world.start()
    while (world.goesOn) {
      world.engine.step()
      const { turn } = world.engine
      if (promising === undefined || turn === undefined || promising.has(turn.id)) {
        await settled(hops)
      }
    }
    return reportOf(definition, run, world)
  } finally {
    restore()
  }
}

/** Lets promises go on; nothing but promises: the machine's own timers do not run meanwhile. */
async function settled(hops: number): Promise<void> {
  for (let hop = 0; hop < hops; hop++) await Promise.resolve()
}
