/**
 * Measures how soon correct solutions are well again: the first acknowledgement after the healing,
 * and the last entries that are sent after the last call. Writes `recovery.json`, which the times of
 * the world are checked against. Run it in the exercise: node hidden/authors/measure-recovery.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { simulate } from '@five-pillars/simulator'
import type { EndWatch } from '@five-pillars/simulator'

import { scenario, times } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

interface Seen {
  acked: number
  quiet: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const unsafe = ['own-log-only.ts'].map((file): [string, Subject] => [file, mutantOf(file)])
const late = ['batches.ts'].map((file): [string, Subject] => [file, mutantOf(file)])

/** Long enough to see how late the late ones are. */
const LONG_MS = 10_000

const report = {
  correct: correct.map(([name, subject]) => measure(name, subject, SEEDS.correct)),
  late: late.map(([name, subject]) => measure(name, subject, SEEDS.wrong, LONG_MS)),
  unsafe: unsafe.map(([name, subject]) => {
    const world = scenario(subject)
    const failed = Array.from({ length: SEEDS.wrong }, (_, seed) => world.run({ seed })).filter(
      ({ findings }) => findings.length > 0,
    )
    return { name, seeds: SEEDS.wrong, failed: failed.length }
  }),
}

const file = path.join(import.meta.dirname, 'recovery.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table(report.correct)
console.table(report.late)
console.table(report.unsafe)

function measure(name: string, subject: Subject, seeds: number, runMs: number = times.runMs) {
  const seen: Seen[] = []
  const { definition } = scenario(subject)
  const healAt = times.healMs / runMs
  const world = simulate({ ...definition, runMs, healAt, atEnd: [stopwatch(seen)] })
  for (let seed = 0; seed < seeds; seed++) world.run({ seed })
  if (seen.length !== seeds) {
    throw new Error('sentinel-replicated-store-measure-recovery.ts: unsafe')
  }
  return {
    name,
    seeds,
    worstAckedMs: Math.round(Math.max(...seen.map(({ acked }) => acked))),
    worstQuietMs: Math.round(Math.max(...seen.map(({ quiet }) => quiet))),
    medianQuietMs: Math.round(
      seen.map(({ quiet }) => quiet).toSorted((a, b) => a - b)[seeds / 2] ?? Infinity,
    ),
  }
}

/** Notes for each run how long it took, in milliseconds. */
function stopwatch(seen: Seen[]): EndWatch {
  return {
    watch() {
      let last = 0
      let first = Infinity
      return {
        kind: 'end',
        text: 'never broken',
        send({ at, msg }) {
          if (typeof msg !== 'object' || msg === null || !('entries' in msg)) return null
          if (Array.isArray(msg.entries) && msg.entries.length > 0) last = at
          return null
        },
        emit({ at, event }) {
          if (event === 'acked' && at >= times.healMs) first = Math.min(first, at)
          return null
        },
        check() {
          seen.push({ acked: first - times.healMs, quiet: Math.max(0, last - times.quietMs) })
          return null
        },
      }
    },
  }
}
