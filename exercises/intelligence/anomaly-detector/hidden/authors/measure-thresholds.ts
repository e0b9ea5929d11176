/**
 * Measures how many anomalies detectors see in noise, and how soon somebody is paged in the night,
 * and writes `thresholds.json`, which the limits are checked against. Run it in the exercise:
 * node hidden/authors/measure-thresholds.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { KIT_VERSION, runAsync } from '@five-pillars/simulator'

import { nightWorld, scenario, serviceOf } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { falsePercent, foundPercent, noise } from '../suite/noise.ts'

const SEEDS = { correct: 1000, wrong: 20 } as const

type Figure = (subject: Subject, seed: number) => number | Promise<number>

/** What each limit is about, and a mutant that must miss it by far. */
const figures: Readonly<Record<string, { of: Figure; mutant: string }>> = {
  foundPercent: { of: foundPercent, mutant: 'mean-sigma.ts' },
  falsePercent: { of: falsePercent, mutant: 'unscaled.ts' },
  pagedWithinMs: { of: longestMs, mutant: 'timer-restarts.ts' },
}

interface Measured {
  name: string
  seeds: number
  lowest: number
  mean: number
  highest: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]

const report = { kit: KIT_VERSION, noise, night: nightWorld, figures: await measureAll() }
const file = path.join(import.meta.dirname, 'thresholds.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)

async function measureAll(): Promise<{ limit: string; correct: Measured[]; wrong: Measured }[]> {
  const all = []
  for (const [limit, { of, mutant }] of Object.entries(figures)) {
    const measured: Measured[] = []
    for (const [name, subject] of correct) {
      measured.push(await measure(name, subject, of, SEEDS.correct))
    }
    const wrong = await measure(mutant, mutantOf(mutant), of, SEEDS.wrong)
    console.log(limit)
    console.table([...measured, wrong])
    all.push({ limit, correct: measured, wrong })
  }
  return all
}

async function measure(
  name: string,
  subject: Subject,
  of: Figure,
  seeds: number,
): Promise<Measured> {
  const values: number[] = []
  for (let seed = 0; seed < seeds; seed++) values.push(await of(subject, seed))
  if (values.some(Number.isNaN)) {
    throw new Error('sentinel-anomaly-detector-measure-thresholds.ts: no number')
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / seeds
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  return {
    name,
    seeds,
    lowest: rounded(lowest),
    mean: rounded(mean),
    highest: rounded(highest),
  }
}

function rounded(value: number): number {
  return Math.round(1000 * value) / 1000
}

/** The longest time from a break to the page for its service; what never comes takes the run. */
async function longestMs(subject: Subject, seed: number): Promise<number> {
  const { definition } = scenario(subject)
  const world = { definition: { ...definition, always: [], atEnd: [] } }
  const { emitted } = await runAsync(world, { seed, strict: false })
  const delays = emitted
    .filter(({ event }) => event === 'breaks')
    .map(({ node, at }) => {
      const service = serviceOf(node)
      const page = emitted.find(({ event, data }) => event === 'paged' && data === service)
      return Math.max(0, (page?.at ?? at + definition.runMs) - at)
    })
  return Math.round(Math.max(...delays))
}
