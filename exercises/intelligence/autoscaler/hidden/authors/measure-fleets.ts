/**
 * Measures what autoscalers do in the simulated fleets and writes `fleets.json`, which the limits
 * are checked against. Run it in the exercise: node hidden/authors/measure-fleets.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { blindRushHour, rushHour, sawTooth, sineWave } from '../../scenario.ts'
import type { FleetWorld, Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { backAfterMs, blindChanges, servedAfterMs } from '../suite/limits.ts'
import { runFleet } from '../suite/run-fleet.ts'
import type { FleetRun } from '../suite/run-fleet.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

/** What each limit is about, and a mutant that must miss it by far. */
const figures = {
  servedMs: { world: rushHour, of: servedAfterMs, mutant: 'stab-up.ts' },
  largest: {
    world: rushHour,
    of: ({ largest }: FleetRun) => largest,
    mutant: 'ignore-starting.ts',
  },
  backMs: { world: rushHour, of: backAfterMs, mutant: 'decisions-window.ts' },
  sineChanges: { world: sineWave, of: changesOf, mutant: 'no-tolerance.ts' },
  sawToothChanges: { world: sawTooth, of: changesOf, mutant: 'no-stab.ts' },
} as const

interface Measured {
  name: string
  seeds: number
  best: number
  median: number
  worst: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]

const report = {
  worlds: { rushHour, blindRushHour, sineWave, sawTooth },
  figures: Object.entries(figures).map(([limit, { world, of, mutant }]) => ({
    limit,
    correct: correct.map(([name, subject]) => measure(name, subject, world, of, SEEDS.correct)),
    wrong: measure(mutant, mutantOf(mutant), world, of, SEEDS.wrong),
  })),
  blindChanges: correct.map(([name, subject]) =>
    measure(name, subject, blindRushHour, (run) => blindChanges(run).length, SEEDS.correct),
  ),
}

const file = path.join(import.meta.dirname, 'fleets.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
for (const { limit, correct: measured, wrong } of report.figures) {
  console.log(limit)
  console.table([...measured, wrong])
}

function changesOf({ changes }: FleetRun): number {
  return changes.length
}

function measure(
  name: string,
  subject: Subject,
  world: FleetWorld,
  figureOf: (run: FleetRun) => number,
  seeds: number,
): Measured {
  const sorted = Array.from({ length: seeds }, (_, seed) =>
    // JSON knows no Infinity: what never happens takes longer than the run.
    Math.min(world.runMs, Math.ceil(figureOf(runFleet(subject, world, seed)))),
  ).toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (seeds - 1))] ?? NaN
  if (sorted.some(Number.isNaN)) throw new Error('sentinel-autoscaler-measure-fleets.ts: NaN')
  return { name, seeds, best: at(0), median: at(0.5), worst: at(1) }
}
