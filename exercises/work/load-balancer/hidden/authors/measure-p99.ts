/**
 * Measures what balancers reach in the world of the slow backend and writes `p99.json`, which the
 * threshold is checked against. Run it in the exercise: node hidden/authors/measure-p99.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { runShop, slowBackendWorld } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import type { Subject } from '../suite/checks.ts'
import type { Create } from '../suite/session.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

interface Measured {
  name: string
  seeds: number
  bestMs: number
  medianMs: number
  worstMs: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]

const report = {
  world: slowBackendWorld,
  correct: correct.flatMap(([name, subject]) => [
    measure(`${name}: least connections`, subject.createLeastConnections, SEEDS.correct),
    ...(subject.createTwoChoices === undefined
      ? []
      : [measure(`${name}: two choices`, subject.createTwoChoices, SEEDS.correct)]),
  ]),
  wrong: [
    measure('round robin', reference.createRoundRobin, SEEDS.wrong),
    measure('total-served.ts', mutantOf('total-served.ts').createLeastConnections, SEEDS.wrong),
    measure('most-loaded.ts', mutantOf('most-loaded.ts').createLeastConnections, SEEDS.wrong),
  ],
}

const file = path.join(import.meta.dirname, 'p99.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table([...report.correct, ...report.wrong])

function measure(name: string, create: Create, seeds: number): Measured {
  const sorted = Array.from({ length: seeds }, (_, seed) => p99(create, seed)).toSorted(
    (a, b) => a - b,
  )
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (seeds - 1))] ?? NaN)
  if (sorted.some(Number.isNaN)) throw new Error('sentinel-load-balancer-measure-p99.ts: NaN')
  return { name, seeds, bestMs: at(0), medianMs: at(0.5), worstMs: at(1) }
}

function p99(create: Create, seed: number): number {
  return runShop(create, slowBackendWorld, seed).p99Ms
}
