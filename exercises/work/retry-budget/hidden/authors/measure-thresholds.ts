/**
 * Measures how evenly waits are spread, how soon calls are served again and what retries come to, and
 * writes `thresholds.json`, which the limits are checked against. Run it in the exercise:
 * node hidden/authors/measure-thresholds.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { KIT_VERSION, runAsync } from '@five-pillars/simulator'
import type { RunOptions } from '@five-pillars/simulator'

import { legend, peakOf, scenario, servedIn, stormWorld, troubleOf } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import type { Subject } from '../suite/checks.ts'
import { hastyCalls } from '../suite/trying.ts'
import { spreadOf } from '../suite/waiting.ts'

/** A world takes a tenth of a second: each solution has seeds of its own, a thousand in all. */
const SEEDS = { correct: 1000, worlds: 250, wrong: 20 } as const

/** Too little is worst for some figures, and too much for others. */
interface Range {
  least: number
  most: number
}

interface Spreads {
  uneven: Range
  alike: Range
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const spread = ['no-jitter.ts', 'half-jitter.ts', 'capped-jitter.ts', 'linear.ts'] as const
const alike = ['one-die.ts'] as const
const hasty = ['clips-wait.ts'] as const
const world = ['own-budget.ts', 'no-deadline.ts'] as const

const report = {
  kit: KIT_VERSION,
  world: stormWorld,
  correct: await Promise.all(
    correct.map(async ([name, subject], index) => ({
      name,
      seeds: SEEDS.correct,
      worlds: SEEDS.worlds,
      ...(await spreadsOf(subject, SEEDS.correct)),
      ...(await worldsOf(subject, SEEDS.worlds, index * SEEDS.worlds)),
      waited: await waitedOf(subject, SEEDS.correct),
    })),
  ),
  spread: await Promise.all(spread.map((name) => spreadOfMutant(name))),
  alike: await Promise.all(alike.map((name) => spreadOfMutant(name))),
  hasty: await Promise.all(
    hasty.map(async (name) => ({
      name,
      seeds: SEEDS.wrong,
      waited: await waitedOf(mutantOf(name), SEEDS.wrong),
    })),
  ),
  storm: await Promise.all(
    world.map(async (name) => ({
      name,
      seeds: SEEDS.wrong,
      ...(await worldsOf(mutantOf(name), SEEDS.wrong)),
    })),
  ),
}
const file = path.join(import.meta.dirname, 'thresholds.json')
if (report.correct.length < 3) throw new Error('sentinel-retry-budget-measure-thresholds.ts')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.log(JSON.stringify(report, null, 2))

async function spreadOfMutant(name: string): Promise<{ name: string; seeds: number } & Spreads> {
  return { name, seeds: SEEDS.wrong, ...(await spreadsOf(mutantOf(name), SEEDS.wrong)) }
}

async function spreadsOf(subject: Subject, seeds: number): Promise<Spreads> {
  const all: Awaited<ReturnType<typeof spreadOf>>[] = []
  for (let seed = 0; seed < seeds; seed++) all.push(await spreadOf(subject, seed))
  return {
    uneven: range(all.map(({ uneven }) => uneven)),
    alike: range(all.map((one) => Math.abs(one.alike))),
  }
}

/** How many of the calls that had hardly time for another attempt made one. */
async function waitedOf(subject: Subject, seeds: number): Promise<Range> {
  const all: number[] = []
  for (let seed = 0; seed < seeds; seed++) all.push((await hastyCalls(subject, seed)).waited.length)
  return range(all)
}

/** Shares of calls that are served in each stretch of five seconds, and attempts for each call. */
async function worldsOf(
  subject: Subject,
  seeds: number,
  first = 0,
): Promise<Record<'outage' | 'crowd', { served: Range; peak: Range }>> {
  return {
    outage: await worldOf(subject, seeds, { first }),
    crowd: await worldOf(subject, seeds, { first, ...legend }),
  }
}

async function worldOf(
  subject: Subject,
  seeds: number,
  { first, ...options }: { first: number } & Partial<RunOptions>,
): Promise<{ served: Range; peak: Range }> {
  const served: number[] = []
  const peaks: number[] = []
  for (let seed = first; seed < first + seeds; seed++) {
    const { emitted, endMs, run } = await runAsync(scenario(subject), {
      seed,
      strict: false,
      ...options,
    })
    const fromMs = troubleOf(run.servers).untilMs + stormWorld.backAfterMs
    const one = servedIn({ emitted }, { fromMs, untilMs: endMs - stormWorld.callForMs })
    served.push(one.served / one.calls)
    peaks.push(peakOf({ emitted, endMs }).ratio)
  }
  return { served: range(served), peak: range(peaks) }
}

function range(values: readonly number[]): Range {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return { least: Math.round(1000 * least) / 1000, most: Math.round(1000 * most) / 1000 }
}
