/**
 * Measures what correct and wrong shops reach on many days, and writes `days.json`, which the limits
 * are checked against. It takes some minutes: node hidden/authors/measure-days.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { incidents } from '../../incidents.ts'
import type { Incident } from '../../incidents.ts'
import { manifest } from '../manifest.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { sheetOfDay } from '../suite/days.ts'
import { measuresOf } from '../suite/measures.ts'
import type { Subject } from '../suite/subject.ts'
import { limitsOf } from './limits-of.ts'
import type { Mode } from './limits-of.ts'

/** A day takes a fifth of a second: so many are 1,002 days of right shops, and 6,012 incidents. */
const SEEDS = { correct: 334, wrong: 20 } as const

/** A limit of nothing that is missed at all is missed by so much. */
const FAR = 10

/** How a measure is spread over the seeds. */
interface Spread {
  readonly best: number
  readonly median: number
  readonly worst: number
}

const daysOf: Readonly<Record<Mode, readonly (readonly Incident[])[]>> = {
  alone: incidents.map((incident) => [incident]),
  day: [incidents],
}

const correct: unknown[] = []
for (const [name, subject] of Object.entries({ 'the reference': reference, ...alternatives })) {
  const day = await spreads(subject, 'day')
  const alone = await spreads(subject, 'alone')
  correct.push({ name, seeds: SEEDS.correct, day, alone })
  console.log(name)
}

const wrong: unknown[] = []
for (const { file, promise } of manifest.mutants) {
  const { any, named } = await missedBy(mutantOf(file), promise)
  wrong.push({ name: file, promise, seeds: SEEDS.wrong, any, named })
  console.log(file, any, named)
}

const limits = { alone: mostOf('alone'), day: mostOf('day') }
const file = path.join(import.meta.dirname, 'days.json')
writeFileSync(file, `${JSON.stringify({ limits, correct, wrong }, null, 1)}\n`)

/** The limits of these measurements: others would ask for new ones. */
function mostOf(mode: Mode): Record<string, number> {
  return Object.fromEntries([...limitsOf(mode)].map(([name, { most }]) => [name, most]))
}

/** The spread of each measure, over the seeds. */
async function spreads(subject: Subject, mode: Mode): Promise<Record<string, Spread>> {
  const values = new Map<string, number[]>()
  for (let seed = 0; seed < SEEDS.correct; seed++) {
    for (const [name, value] of await measured(subject, mode, seed)) {
      values.set(name, [...(values.get(name) ?? []), value])
    }
  }
  if (values.size === 0) throw new Error('sentinel-game-day-measure-days.ts: nothing was measured')
  return Object.fromEntries([...values].map(([name, list]) => [name, spreadOf(list)]))
}

/** All measures of a seed; those of the incidents alone are taken together. */
async function measured(subject: Subject, mode: Mode, seed: number): Promise<Map<string, number>> {
  const all = new Map<string, number>()
  for (const day of daysOf[mode]) {
    for (const [name, value] of measuresOf(await sheetOfDay(subject, seed, day))) {
      all.set(name, (all.get(name) ?? 0) + value)
    }
  }
  return all
}

/**
 * By how many times a wrong shop misses a limit: of all limits, and of those of a promise, the one
 * that is missed most in each seed, since a mistake need not be felt at the same place each day.
 */
async function missedBy(
  subject: Subject,
  promise: string,
): Promise<{ any: Spread; named: Spread }> {
  const any: number[] = []
  const named: number[] = []
  for (let seed = 0; seed < SEEDS.wrong; seed++) {
    const times = [
      ...(await timesOver(subject, 'alone', seed)),
      ...(await timesOver(subject, 'day', seed)),
    ]
    any.push(Math.max(...times.map((one) => one.times)))
    named.push(
      Math.max(0, ...times.filter((one) => one.promise === promise).map((one) => one.times)),
    )
  }
  return { any: spreadOf(any), named: spreadOf(named) }
}

/** How many times each limit what was measured is, and whose limit it is. */
async function timesOver(
  subject: Subject,
  mode: Mode,
  seed: number,
): Promise<{ promise: string; times: number }[]> {
  const values = await measured(subject, mode, seed)
  return [...limitsOf(mode)].map(([name, { most, promise }]) => {
    const value = values.get(name) ?? NaN
    return { promise, times: value === 0 ? 0 : Math.min(FAR, value / most) }
  })
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    return Math.round(1000 * (sorted[Math.round(share * (sorted.length - 1))] ?? NaN)) / 1000
  }
  return { best: at(0), median: at(0.5), worst: at(1) }
}
