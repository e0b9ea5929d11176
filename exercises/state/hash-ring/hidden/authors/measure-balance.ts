/**
 * Measures the share of the busiest node and writes `balance.json`, which the threshold is checked
 * against. Run it in the exercise: node hidden/authors/measure-balance.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { alternatives, mutantOf, reference } from '../subjects.ts'
import { balanceWorld, meanPeak } from '../suite/balance.ts'
import type { Subject } from '../suite/session.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

const tenPoints: Subject = {
  createHashRing: ({ hash }) => reference.createHashRing({ vnodes: 10, hash }),
}

const report = {
  world: balanceWorld,
  correct: Object.entries({ reference, ...alternatives }).map(([name, subject]) =>
    measure(name, subject, SEEDS.correct),
  ),
  wrong: ['one-vnode.ts', 'comb.ts', 'neighbour-points.ts'].map((file) =>
    measure(file, mutantOf(file), SEEDS.wrong),
  ),
  /** Neither right nor aimed at: where the limit lies between the two. */
  between: [measure('ten points for a node', tenPoints, SEEDS.wrong)],
}

writeFileSync(
  path.join(import.meta.dirname, 'balance.json'),
  `${JSON.stringify(report, null, 2)}\n`,
)
console.table([...report.correct, ...report.wrong, ...report.between])

function measure(
  name: string,
  subject: Subject,
  seeds: number,
): { name: string; seeds: number; best: number; median: number; worst: number } {
  const sorted = Array.from({ length: seeds }, (_, seed) => meanPeak(subject, seed)).toSorted(
    (a, b) => a - b,
  )
  const at = (share: number): number =>
    Number((sorted[Math.floor(share * (seeds - 1))] ?? NaN).toFixed(3))
  if (sorted.some(Number.isNaN)) throw new Error('sentinel-hash-ring-measure-balance.ts: NaN')
  return { name, seeds, best: at(0), median: at(0.5), worst: at(1) }
}
