/**
 * Measures what correct and wrong shops reach on many days, and writes `days.json`, which the limits
 * are checked against. It takes some minutes: node hidden/authors/measure-days.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { incidents } from '../../incidents.ts'
import type { Incident } from '../../incidents.ts'
import { alternatives, mutantFiles, mutantOf, reference } from '../subjects.ts'
import { sheetOfDay } from '../suite/days.ts'
import type { Subject } from '../suite/subject.ts'
import { measuresOf } from '../suite/measures.ts'

/** A day takes a quarter of a second: 200 seeds are 600 days of right shops, and 3,600 incidents. */
const SEEDS = { correct: 200, wrong: 8 } as const

/** How a measure is spread over the seeds. */
interface Spread {
  readonly best: number
  readonly median: number
  readonly worst: number
}

interface Measured {
  readonly name: string
  readonly seeds: number
  /** In the whole day, and of each incident alone. */
  readonly day: Record<string, Spread>
  readonly alone: Record<string, Spread>
}

const correct = await measureAll({ 'the reference': reference, ...alternatives }, SEEDS.correct)
const mutants = Object.fromEntries(mutantFiles.map((file) => [file, mutantOf(file)]))
const wrong = await measureAll(mutants, SEEDS.wrong)

const file = path.join(import.meta.dirname, 'days.json')
writeFileSync(file, `${JSON.stringify({ correct, wrong }, null, 1)}\n`)

async function measureAll(subjects: Record<string, Subject>, seeds: number): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const [name, subject] of Object.entries(subjects)) {
    const day = await spreads(subject, [incidents], seeds)
    const alone = await spreads(
      subject,
      incidents.map((incident) => [incident]),
      seeds,
    )
    measured.push({ name, seeds, day, alone })
    console.log(name, day)
  }
  return measured
}

/** The spread of each measure, over the seeds; days of one seed are taken together. */
async function spreads(
  subject: Subject,
  days: readonly (readonly Incident[])[],
  seeds: number,
): Promise<Record<string, Spread>> {
  const values = new Map<string, number[]>()
  for (let seed = 0; seed < seeds; seed++) {
    const all = new Map<string, number>()
    for (const day of days) {
      for (const [name, value] of measuresOf(await sheetOfDay(subject, seed, day))) {
        all.set(name, (all.get(name) ?? 0) + value)
      }
    }
    for (const [name, value] of all) values.set(name, [...(values.get(name) ?? []), value])
  }
  if (values.size === 0) throw new Error('sentinel-game-day-measure-days.ts: nothing was measured')
  return Object.fromEntries([...values].map(([name, list]) => [name, spreadOf(list)]))
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    return Math.round(1000 * (sorted[Math.round(share * (sorted.length - 1))] ?? NaN)) / 1000
  }
  return { best: at(0), median: at(0.5), worst: at(1) }
}
