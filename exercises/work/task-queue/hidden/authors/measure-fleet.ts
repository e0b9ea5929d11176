/**
 * Measures what queues reach in the world of the straggler and writes `fleet.json`, which the
 * thresholds are checked against. Run it in the exercise: node hidden/authors/measure-fleet.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { runFleet, stragglerWorld } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import type { Subject } from '../suite/subject.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

/** The best, the middle and the worst of all seeds. */
type Spread = readonly [best: number, median: number, worst: number]

interface Measured {
  name: string
  seeds: number
  /** When all was done, in ideal times. */
  makespan: Spread
  /** Copies beyond one each, without those that crashed, as a share of the tasks. */
  extra: Spread
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]

const report = {
  world: stragglerWorld,
  correct: correct.map(([name, subject]) => measure(name, subject, SEEDS.correct)),
  slow: ['never-helps.ts'].map((file) => measure(file, mutantOf(file), SEEDS.wrong)),
  wasteful: ['backup-for-all.ts', 'whatever-runs.ts'].map((file) =>
    measure(file, mutantOf(file), SEEDS.wrong),
  ),
}

const file = path.join(import.meta.dirname, 'fleet.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table([...report.correct, ...report.slow, ...report.wasteful])

function measure(name: string, { createTaskQueue }: Subject, seeds: number): Measured {
  const runs = Array.from({ length: seeds }, (_, seed) =>
    runFleet((options) => createTaskQueue<number>(options), stragglerWorld, seed),
  )
  const makespan = spread(runs.map(({ makespanMs, idealMs }) => makespanMs / idealMs))
  const extra = spread(runs.map(({ extraCopies }) => extraCopies / stragglerWorld.tasks))
  return { name, seeds, makespan, extra }
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    return Math.round(1000 * (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN)) / 1000
  }
  if (sorted.some(Number.isNaN)) throw new Error('sentinel-task-queue-measure-fleet.ts: NaN')
  return [at(0), at(0.5), at(1)]
}
