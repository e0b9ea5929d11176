/**
 * Measures how long it takes until all breakers of the world are open, and until all are closed
 * again, and writes `thresholds.json`, which the limits are checked against. Run it in the exercise:
 * node hidden/authors/measure-thresholds.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { KIT_VERSION, runAsync } from '@five-pillars/simulator'

import { fiftyClients, scenario } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import type { Subject } from '../suite/subject.ts'

const SEEDS = { correct: 1000, wrong: 50 } as const

/** A slow breaker is looked at for longer, so that it is seen how slow. */
const RUN_MS = { correct: fiftyClients.runMs, wrong: 30_000 } as const

interface Measured {
  name: string
  seeds: number
  /** Longest and shortest time, over all seeds, until the last of fifty was open, and closed. */
  openMs: [number, number]
  closedMs: [number, number]
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const wrong = ['since-the-start.ts', 'refusal-restarts.ts'] as const

const report = { kit: KIT_VERSION, world: fiftyClients, ...(await measureAll()) }
const file = path.join(import.meta.dirname, 'thresholds.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table([...report.correct, ...report.wrong])

async function measureAll(): Promise<{ correct: Measured[]; wrong: Measured[] }> {
  const all = { correct: new Array<Measured>(), wrong: new Array<Measured>() }
  for (const [name, subject] of correct) all.correct.push(await measure(name, subject, 'correct'))
  for (const name of wrong) all.wrong.push(await measure(name, mutantOf(name), 'wrong'))
  return all
}

async function measure(
  name: string,
  subject: Subject,
  kind: 'correct' | 'wrong',
): Promise<Measured> {
  const open: number[] = []
  const closed: number[] = []
  for (let seed = 0; seed < SEEDS[kind]; seed++) {
    const slowest = await slowestOf(subject, seed, RUN_MS[kind])
    open.push(slowest.open)
    closed.push(slowest.closed)
  }
  return { name, seeds: SEEDS[kind], openMs: range(open), closedMs: range(closed) }
}

/** How long the last of all clients took. */
async function slowestOf(
  subject: Subject,
  seed: number,
  runMs: number,
): Promise<{ open: number; closed: number }> {
  const { definition } = scenario(subject)
  const world = { definition: { ...definition, always: [], atEnd: [] } }
  const { emitted } = await runAsync(world, { seed, runMs, strict: false })
  const clients = definition.nodes.slice(1)
  const slowest = (turn: string, wanted: string): number => {
    const from = emitted.find(({ event }) => event === turn)?.at ?? NaN
    const delays = clients.map((id) => {
      const seen = emitted.find((one) => one.node === id && one.event === wanted && one.at >= from)
      return (seen?.at ?? runMs) - from
    })
    return Math.max(...delays)
  }
  return { open: slowest('dies', 'open'), closed: slowest('returns', 'closed') }
}

function range(values: readonly number[]): [number, number] {
  if (values.some((value) => Number.isNaN(value))) {
    throw new Error('sentinel-circuit-breaker-measure-thresholds.ts: the backend never died')
  }
  return [Math.round(Math.max(...values)), Math.round(Math.min(...values))]
}
