/**
 * Measures how long the big ring takes and writes `lookups.json`. Run it in the exercise, on a
 * machine that does nothing else: node hidden/authors/measure-lookups.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { alternatives, reference } from '../subjects.ts'
import { answersManyLookups, bigRing } from '../suite/lookups.ts'
import type { Subject } from '../suite/session.ts'
import { scanning } from './linear-scan.ts'

const RUNS = { correct: 20, wrong: 3 } as const

const wrong: Record<string, Subject> = {
  'points.find': scanning((points, place) => points.find((point) => point.place >= place)),
  'for … of': scanning((points, place) => {
    for (const point of points) if (point.place >= place) return point
    return undefined
  }),
  'reduce to the next': scanning((points, place) =>
    points.reduce<(typeof points)[number] | undefined>(
      (next, point) =>
        point.place >= place && (next === undefined || point.place < next.place) ? point : next,
      undefined,
    ),
  ),
}

const report = {
  world: bigRing,
  correct: Object.entries({ reference, ...alternatives }).map((entry) =>
    measure(entry, RUNS.correct),
  ),
  wrong: Object.entries(wrong).map((entry) => measure(entry, RUNS.wrong)),
}

writeFileSync(
  path.join(import.meta.dirname, 'lookups.json'),
  `${JSON.stringify(report, null, 2)}\n`,
)
console.table([...report.correct, ...report.wrong])

function measure(
  [name, subject]: [string, Subject],
  runs: number,
): { name: string; runs: number; bestMs: number; medianMs: number; worstMs: number } {
  const sorted = Array.from({ length: runs }, () =>
    cpuMs(() => answersManyLookups(subject)),
  ).toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (runs - 1))] ?? NaN)
  if (sorted.some(Number.isNaN)) throw new Error('sentinel-hash-ring-measure-lookups.ts: NaN')
  return { name, runs, bestMs: at(0), medianMs: at(0.5), worstMs: at(1) }
}

/** Time of the processor, which other programs on the machine disturb the least. */
function cpuMs(act: () => void): number {
  const before = process.cpuUsage()
  act()
  return process.cpuUsage(before).user / 1000
}
