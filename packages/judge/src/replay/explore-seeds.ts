import path from 'node:path'

import { worldScripts } from '../bundle/suite-scripts.ts'
import type { Explored } from './explored.ts'
import { faultOf, isRefused, refused, runTask } from './run-task.ts'
import type { Refused, ReplayOptions } from './run-task.ts'

/** Worlds of one process: some seconds of them at most, so that its limits hold. */
const SEEDS_AT_A_TIME = 20

interface ExploreOptions extends Pick<ReplayOptions, 'exerciseDir' | 'subject'> {
  /** Seeds 1 to this one are run, up to the first that breaks a rule. */
  seeds: number
}

/**
 * Runs the open world of an exercise from many seeds, each with the faults that it draws. What breaks
 * a rule comes with the token that repeats it.
 */
export async function exploreSeeds({
  seeds,
  ...options
}: ExploreOptions): Promise<({ kind: 'explored' } & Explored) | Refused> {
  const exerciseDir = path.resolve(options.exerciseDir)
  const slug = path.basename(exerciseDir)
  const scripts = await worldScripts(exerciseDir)
  if (scripts === undefined) return noSeeds(slug)
  let ran = 0
  while (ran < seeds) {
    const count = Math.min(SEEDS_AT_A_TIME, seeds - ran)
    const task = { kind: 'explore', from: ran + 1, count } as const
    const run = await runTask(options, exerciseDir, scripts, task)
    if (isRefused(run)) return run
    if (run.explored === undefined) return faultOf(run)
    ran += run.explored.ran
    const { broken } = run.explored
    if (broken !== null) return { kind: 'explored', ran, broken }
    // A world that runs none would be asked for ever.
    if (run.explored.ran === 0) return noSeeds(slug)
  }
  return { kind: 'explored', ran, broken: null }
}

function noSeeds(slug: string): Refused {
  return refused(`"${slug}" has no simulated world, and so no seeds to try.`, 'exercise')
}
