/**
 * Measures how long something is left undone, how long actions take of what they may, how often it
 * looks, and when the record of the world is right, and writes `thresholds.json`, which the limits
 * are checked against. Run it in the exercise: node hidden/authors/measure-thresholds.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { KIT_VERSION, runAsync } from '@five-pillars/simulator'
import fc from 'fast-check'

import { oneRecord, rightAfter, scenario } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import type { Audit } from '../suite/bench.ts'
import type { Subject } from '../suite/checks.ts'
import { looksInAMinute } from '../suite/lives.ts'
import { anyState, lateness, paceCases, paceOf } from '../suite/soon.ts'
import { playStory } from '../suite/stories.ts'

const SEEDS = { correct: 1000, wrong: 30 } as const

interface Measured {
  name: string
  seeds: number
  /** The longest that something was left undone, in milliseconds. */
  lateMs: number
  /** Most of the time that actions may take, as a share of it. */
  pace: number
  /** Looks in a minute after four starts. */
  looks: number
  /** When the record was right after the last plan, at the latest. */
  rightMs: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const wrong = ['one-wait.ts', 'one-at-a-time.ts', 'two-loops.ts', 'edge-triggered.ts'] as const

if (correct.length < 3)
  throw new Error('sentinel-self-healer-measure-thresholds.ts: who is missing?')

const report = { kit: KIT_VERSION, world: oneRecord, ...(await measureAll()) }
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
  let [lateMs, rightMs] = [0, 0]
  for (let seed = 0; seed < seeds; seed++) {
    lateMs = Math.max(lateMs, await latest(subject, seed))
    rightMs = Math.max(rightMs, await rightIn(subject, seed))
  }
  return {
    name,
    seeds,
    lateMs: Math.round(lateMs),
    pace: await paceMost(subject),
    looks: (await looksInAMinute(subject)).count,
    rightMs: Math.round(rightMs),
  }
}

/** In a story of its own for each seed. */
async function latest(subject: Subject, seed: number): Promise<number> {
  let most = 0
  const late = lateness()
  const watch: Audit = {
    look(bench) {
      most = Math.max(most, late(bench).ms)
      return null
    },
  }
  for (const story of fc.sample(anyState, { seed, numRuns: 1 })) {
    await playStory(subject, story, [watch])
  }
  return most
}

async function paceMost(subject: Subject): Promise<number> {
  const shares: number[] = []
  for (const one of paceCases) {
    const { bench, withinMs } = paceOf(subject, one)
    bench.start()
    const begunAt = bench.time.now
    await bench.reach(() => bench.isRight, 5 * withinMs)
    shares.push((bench.time.now - begunAt) / withinMs)
  }
  return Math.round(Math.max(...shares) * 1000) / 1000
}

async function rightIn(subject: Subject, seed: number): Promise<number> {
  const { definition } = scenario(subject)
  const world = { definition: { ...definition, always: [], atEnd: [] } }
  const { emitted } = await runAsync(world, { seed, strict: false })
  return Math.min(rightAfter(emitted) ?? oneRecord.runMs, oneRecord.runMs)
}
