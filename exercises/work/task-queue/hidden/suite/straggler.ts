import { BrokenPromise, counted, holds, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { runFleet, stragglerWorld } from '../../scenario.ts'
import type { FleetReport } from '../../scenario.ts'
import type { Subject } from './subject.ts'

/** Set from data: fleet.json has what correct and wrong queues reach. */
export const MAKESPAN_MAX = 2
export const EXTRA_MAX = 0.05

/** Whoever crashes, and whoever is slow: each task has its effect once. */
export function hasOneEffect(subject: Subject): void {
  play(subject, ({ effects }) => {
    const twice = [...effects].find(([, times]) => times > 1)
    if (twice === undefined) return undefined
    const [id, times] = twice
    return `complete() gave "done" ${times} times for ${quoted(id)}: it had its effect ${times} times.`
  })
}

/** One slow worker does not hold up the rest. */
export function outrunsStraggler(subject: Subject): void {
  play(subject, ({ makespanMs, idealMs, effects }) => {
    const left = [...effects.values()].filter((times) => times === 0).length
    if (left > 0) return `${counted(left, 'task')} of ${effects.size} never got done.`
    if (makespanMs <= MAKESPAN_MAX * idealMs) return undefined
    const took = `All was done after ${Math.round(makespanMs)} ms`
    return `${took}; at most ${MAKESPAN_MAX} × ${Math.round(idealMs)} ms is promised.`
  })
}

/** Help is cheap: most tasks are done by one copy. */
export function wastesLittle(subject: Subject): void {
  play(subject, ({ extraCopies, effects }) => {
    const most = EXTRA_MAX * effects.size
    if (extraCopies <= most) return undefined
    const were = `${counted(effects.size + extraCopies, 'copy').replace(/ys$/, 'ies')} were handed out`
    return `${were} for ${effects.size} tasks; at most ${effects.size + most} are promised.`
  })
}

function play(subject: Subject, judge: (report: FleetReport) => string | undefined): void {
  holds(
    [fc.noShrink(fc.nat())],
    (seed) => {
      const report = runFleet((options) => subject.createTaskQueue(options), stragglerWorld, seed)
      if (report.crashes === 0) {
        throw new Error('sentinel-task-queue-straggler.ts: nobody has crashed: nothing was tested')
      }
      const wrong = judge(report)
      if (wrong === undefined) return
      const { workers, slowFactor } = stragglerWorld
      const world = `${workers} workers, ${report.straggler} is ${slowFactor} times slower`
      throw new BrokenPromise(`${wrong}\n  ${world}, ${counted(report.crashes, 'crash')}.`)
    },
    // One run tells enough: the best of the wrong ones is farther from the limits than chance goes.
    { factor: 0.01 },
  )
}
