/**
 * Measures how fast a hang and a recovery are seen, and how many probes begin together, and writes
 * `thresholds.json`, which the limits are checked against. Run it in the exercise:
 * node hidden/authors/measure-thresholds.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { createRng, KIT_VERSION, runAsync } from '@five-pillars/simulator'

import { fleetWorld, scenario } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import type { Subject } from '../suite/checks.ts'
import { arrivals, busiest, TARGETS } from '../suite/spread.ts'

const SEEDS = { correct: 1000, wrong: 20 } as const

/** A slow checker is looked at for longer, so that it is seen how slow. */
const RUN_MS = 60_000

interface Measured {
  name: string
  seeds: number
  /** Longest and shortest time from a hang to `down`, and from its end to `up`. */
  downMs: [number, number]
  upMs: [number, number]
  /** Most probes of a hundred targets that begin in one millisecond, over all arrivals. */
  together: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const wrong = ['timeout-ignored.ts', 'backs-off.ts', 'herd.ts', 'late-herd.ts'] as const

const report = { kit: KIT_VERSION, world: fleetWorld, targets: TARGETS, ...(await measureAll()) }
const file = path.join(import.meta.dirname, 'thresholds.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table([...report.correct, ...report.wrong])

async function measureAll(): Promise<{ correct: Measured[]; wrong: Measured[] }> {
  const all = { correct: new Array<Measured>(), wrong: new Array<Measured>() }
  for (const [name, subject] of correct)
    all.correct.push(await measure(name, subject, SEEDS.correct))
  for (const name of wrong) all.wrong.push(await measure(name, mutantOf(name), SEEDS.wrong))
  return all
}

async function measure(name: string, subject: Subject, seeds: number): Promise<Measured> {
  const down: number[] = []
  const up: number[] = []
  for (let seed = 0; seed < seeds; seed++) {
    const delays = await delaysOf(subject, seed)
    down.push(...delays.down)
    up.push(...delays.up)
  }
  return {
    name,
    seeds,
    downMs: range(down),
    upMs: range(up),
    together: await together(subject, seeds),
  }
}

/** From each hang to `down`, from each recovery to `up`. */
async function delaysOf(subject: Subject, seed: number): Promise<{ down: number[]; up: number[] }> {
  const { definition } = scenario(subject)
  const world = { definition: { ...definition, always: [], atEnd: [] } }
  const { emitted } = await runAsync(world, { seed, runMs: RUN_MS, strict: false })
  const delays = (event: string, seen: string): number[] =>
    emitted
      .filter((one) => one.event === event)
      .map(({ node, at }) => {
        const then = emitted.find((one) => {
          return one.event === seen && one.data === node && one.at >= at
        })
        return (then?.at ?? at + RUN_MS) - at
      })
  return { down: delays('hangs', 'down'), up: delays('answers again', 'up') }
}

/** Other names for each seed: a phase may come from the name. */
async function together(subject: Subject, seeds: number): Promise<number> {
  let most = 0
  const ways = Object.values(arrivals)
  for (let seed = 0; seed < seeds; seed++) {
    const rng = createRng(seed)
    const prefix = rng.pick(['t', 'host-', 'eu-west-1/', '10.0.0.', ''])
    const from = rng.int(10_000)
    const arrive = ways[seed % ways.length]
    if (arrive === undefined) throw new Error('sentinel-health-checker-measure-thresholds.ts')
    const seen = await busiest(subject, arrive, (index) => `${prefix}${from + index}`)
    most = Math.max(most, seen.most)
  }
  return most
}

function range(values: readonly number[]): [number, number] {
  return [Math.round(Math.max(...values)), Math.round(Math.min(...values))]
}
