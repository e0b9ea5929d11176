/**
 * Measures how soon everything is over in the worlds of correct solutions: the last thing that a
 * machine does, after the last moment in which something could begin. Writes `recovery.json`, which
 * the times of the world are checked against. Run it in the exercise:
 * node hidden/authors/measure-recovery.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { runAsync, simulate } from '@five-pillars/simulator'
import type { EndWatch } from '@five-pillars/simulator'

import { scenario, times } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

/** What ends something, or is a part of it. */
const ends: ReadonlySet<string> = new Set([
  'commits',
  'aborts',
  'committed',
  'aborted',
  'ran',
  'made up',
  'done',
  'undone',
])

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const wrong = ['never-asks.ts'].map((file): [string, Subject] => {
  return [file, mutantOf(file)]
})

const report: { world: typeof times; correct: unknown[]; wrong: unknown[] } = {
  world: times,
  correct: [],
  wrong: [],
}
for (const [name, subject] of correct) report.correct.push(await measure(name, subject))
for (const [name, subject] of wrong) report.wrong.push(await count(name, subject))

const file = path.join(import.meta.dirname, 'recovery.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table(report.correct)
console.table(report.wrong)

async function measure(name: string, subject: Subject): Promise<object> {
  const seen: number[] = []
  const { definition } = scenario(subject)
  const world = simulate({ ...definition, atEnd: [...(definition.atEnd ?? []), stopwatch(seen)] })
  let failed = 0
  for (let seed = 0; seed < SEEDS.correct; seed++) {
    const { findings } = await runAsync(world, { seed, strict: false })
    if (findings.length > 0) failed++
  }
  if (failed > 0) throw new Error(`sentinel-commit-and-saga-measure-recovery.ts: ${failed} failed`)
  const sorted = seen.toSorted((a, b) => a - b)
  return {
    name,
    seeds: SEEDS.correct,
    worstOverMs: Math.round(sorted.at(-1) ?? Infinity),
    medianOverMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? Infinity),
  }
}

async function count(name: string, subject: Subject): Promise<object> {
  let failed = 0
  for (let seed = 0; seed < SEEDS.wrong; seed++) {
    const { findings } = await runAsync(scenario(subject), { seed, strict: false })
    if (findings.length > 0) failed++
  }
  return { name, seeds: SEEDS.wrong, failed }
}

/** Notes for each run when something was done for the last time, in milliseconds after the last call. */
function stopwatch(seen: number[]): EndWatch {
  return {
    watch() {
      let last: number = times.quietMs
      return {
        kind: 'end',
        text: 'never broken',
        emit({ at, event }) {
          if (ends.has(event)) last = at
          return null
        },
        check() {
          seen.push(last - times.quietMs)
          return null
        },
      }
    },
  }
}
