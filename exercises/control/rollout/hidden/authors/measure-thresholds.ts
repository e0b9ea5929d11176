/**
 * Measures how soon verdicts fall, how long deployments take of what they may, and what the world
 * does to v2 and v3, and writes `thresholds.json`, which the limits are checked against. Run it in
 * the exercise: node hidden/authors/measure-thresholds.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { createRng, KIT_VERSION, runAsync } from '@five-pillars/simulator'

import { scenario, shop } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { Bench } from '../suite/bench.ts'
import { hostsOf } from '../suite/hosts.ts'
import { paceCases, paceOf } from '../suite/room.ts'
import type { Subject } from '../suite/checks.ts'

/** So long it takes until there are as many requests as are asked for. */
const ENOUGH_MS = 101

const SEEDS = { correct: 1000, wrong: 20 } as const

interface Measured {
  name: string
  seeds: number
  /** The latest verdict, in milliseconds from when all evidence was there. */
  lateMs: number
  /** Most of the time that deployments and bakes may take, as a share of it. */
  pace: number
  /** When v2 was halted and v3 done, at the latest; and the least and most share that v2 hurt. */
  v2Ms: number
  v3Ms: number
  hurt: [number, number]
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const wrong = ['never-bad.ts', 'absolute.ts', 'bake-by-bake.ts', 'one-at-a-time.ts'] as const

if (correct.length < 3) throw new Error('sentinel-rollout-measure-thresholds.ts: who is missing?')

const report = { kit: KIT_VERSION, world: shop, ...(await measureAll()) }
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
  const ends: { v2: number; v3: number; hurt: number }[] = []
  let lateMs = 0
  for (let seed = 0; seed < seeds; seed++) {
    lateMs = Math.max(lateMs, await latest(subject, seed))
    ends.push(await endsOf(subject, seed))
  }
  const hurt = ends.map((one) => one.hurt)
  return {
    name,
    seeds,
    lateMs: Math.round(lateMs),
    pace: await paceMost(subject),
    v2Ms: Math.round(Math.max(...ends.map(({ v2 }) => v2))),
    v3Ms: Math.round(Math.max(...ends.map(({ v3 }) => v3))),
    hurt: [rounded(Math.min(...hurt)), rounded(Math.max(...hurt))],
  }
}

/** Another bake and fleet for each seed; users come some time, and then there are enough at once. */
async function latest(subject: Subject, seed: number): Promise<number> {
  const rng = createRng(seed)
  const comeMs = 5000 + rng.int(60_000)
  const bad = rng.pick([0, 0, 0.4])
  let most = 0
  const bench = new Bench(subject, {
    hosts: hostsOf(6, { zones: 2 }),
    options: {
      waves: rng.pick([
        [1, 6],
        [2, 4, 6],
      ]),
      bakeMs: 1000 + rng.int(20_000),
    },
    load: { perSecond: 0, errors: (version) => (version === 'v2' ? bad : 0) },
    audits: [
      {
        judged({ options, time }, { bakedMs }) {
          const dueMs = Math.max(time.now - bakedMs + options.bakeMs, comeMs + ENOUGH_MS)
          most = Math.max(most, time.now - dueMs)
          return null
        },
      },
    ],
  })
  bench.start()
  await bench.pass(comeMs)
  bench.model.setLoad({ perSecond: 1000 })
  await bench.reach(['done', 'halted'], 200_000)
  return most
}

async function paceMost(subject: Subject): Promise<number> {
  const shares: number[] = []
  for (const one of paceCases) {
    const { bench, withinMs, backWithinMs } = paceOf(subject, one)
    bench.start()
    await bench.reach(['done'], 5 * withinMs)
    const doneMs = bench.time.now
    bench.abort()
    await bench.reach(['halted'], 5 * backWithinMs)
    shares.push(doneMs / withinMs, (bench.time.now - doneMs) / backWithinMs)
  }
  return rounded(Math.max(...shares))
}

/** Runs the world to its end, whatever it finds. */
async function endsOf(
  subject: Subject,
  seed: number,
): Promise<{ v2: number; v3: number; hurt: number }> {
  const { definition } = scenario(subject)
  let [requests, hurt] = [0, 0]
  const counting = {
    text: 'counted',
    watch: () => ({
      send({ msg, at }: { msg: unknown; at: number }) {
        if (at >= shop.ships[1].atMs || typeof msg !== 'object' || msg === null) return null
        if ('requests' in msg) requests += Number(msg.requests)
        if ('hurt' in msg) hurt += Number(msg.hurt)
        return null
      },
    }),
  }
  const world = { definition: { ...definition, always: [counting], atEnd: [] } }
  const { emitted } = await runAsync(world, { seed, strict: false })
  const first = (event: string): number => {
    return emitted.find((one) => one.event === event)?.at ?? Infinity
  }
  const [v2, v3] = [first('halted'), first('done')]
  return { v2: Math.min(v2, shop.runMs), v3: Math.min(v3, shop.runMs), hurt: hurt / requests }
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}
