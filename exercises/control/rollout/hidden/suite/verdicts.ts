import { VirtualTime } from '@five-pillars/simulator'
import { counted, holdsLater, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { worse } from './bakes.ts'
import type { Verdict } from './bakes.ts'
import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import { hostsOf } from './hosts.ts'
import type { Subject } from './checks.ts'
import { clockText, percent } from './words.ts'

/** Times of a clock are exact to the microsecond. */
const ROUNDING_MS = 0.01

/** Not the begin of time, so that a time since the begin is no time of the clock. */
const LATER_MS = 1_000_000

const GOES = { on: 'goes on', back: 'goes back' } as const

/** No verdict before the bake is over, and none on a handful of requests. */
export const evidence: Audit = {
  judged({ options, bakes, from, to }, verdict) {
    const { into, bakedMs, fresh, old, isIll, isLast } = verdict
    if (bakedMs < options.bakeMs - ROUNDING_MS) {
      return `It ${GOES[into]} when the wave has baked for ${clockText(bakedMs)}, and bakeMs is ${options.bakeMs}.`
    }
    if (into === 'back' && isIll) return null
    if (isLast) {
      const nobody = `after the last wave no host has ${quoted(from)}, and nobody is left to compare with`
      return into === 'on' ? null : `It goes back, and ${nobody}.`
    }
    const few = [
      { version: to, requests: fresh.requests },
      { version: from, requests: old.requests },
    ].find(({ requests }) => requests < options.minRequests)
    if (few === undefined) return null
    const wave = into === 'on' ? bakes.index : bakes.index + 1
    return `It ${GOES[into]} after wave ${wave} on ${counted(few.requests, 'request')} of ${quoted(few.version)}, and minRequests is ${options.minRequests}.`
  },
}

/** What counts is the old version, beside the new one and in the same time. */
const beside: Audit = {
  judged({ options, from, to }, verdict) {
    const { into, fresh, old, isIll, isLast } = verdict
    if (isLast || isIll || fresh.requests === 0 || old.requests === 0) return null
    if (worse(verdict) > options.maxErrorRatio === (into === 'back')) return null
    const [bad, usual] = [percent(ratio(fresh)), percent(ratio(old))]
    return `It ${GOES[into]}: since the bake began ${bad} of the requests to ${quoted(to)} failed, and ${usual} of those to ${quoted(from)} (maxErrorRatio ${options.maxErrorRatio}).`
  },
}

function ratio({ requests, errors }: Verdict['fresh']): number {
  return errors / requests
}

/** A verdict needs time and traffic. */
export async function waitsForEvidence(subject: Subject): Promise<void> {
  await turnsGoodInTime(subject)
  await bakesTwice(subject)
  for (const errors of [0, 0.4]) await sleepsAtNight(subject, errors)
  await waitsForBoth(subject)
  await holdsLater(
    [
      fc.constantFrom(5000, 10_000, 10_300),
      fc.constantFrom(1, 4, 30),
      fc.constantFrom(20, 300),
      fc.constantFrom([1, 6], [5, 6], [2, 4, 6]),
      fc.constantFrom(0, 0.4),
    ],
    (bakeMs, perSecond, minRequests, waves, errors) =>
      bakesOut(
        subject,
        {
          hosts: hostsOf(6, { zones: 2 }),
          options: { waves: [...waves], bakeMs, minRequests },
          load: { perSecond, errors: errorsOf('v2', errors) },
        },
        200_000,
      ),
    { factor: 0.04 },
  )
}

async function bakesOut(subject: Subject, setting: Setting, forMs: number): Promise<void> {
  const time = new VirtualTime(LATER_MS)
  const bench = new Bench(subject, { ...setting, time, audits: [evidence] })
  bench.start()
  await bench.reach(['done', 'halted'], forMs)
}

/** A bad second at the begin of a bake is made good by the rest of it. */
async function turnsGoodInTime(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8),
    options: { waves: [2, 8] },
    load: { errors: errorsOf('v2', 0.35) },
    audits: [evidence],
  })
  bench.start()
  await bench.reach(['baking'], 6000)
  await bench.pass(1000)
  bench.note('no more errors')
  bench.model.setLoad({ errors: () => 0 })
  await bench.await('done', 60_000, 'One bad second of ten is less than a tenth')
}

/** What was aborted amidst its bake, and is started again at once, bakes as long as any other. */
async function bakesTwice(subject: Subject): Promise<void> {
  for (const minRequests of [1, 400]) {
    const bench = new Bench(subject, {
      hosts: hostsOf(8),
      options: { waves: [1, 8], minRequests },
      audits: [evidence],
    })
    bench.start()
    await bench.reach(['baking'], 6000)
    await bench.pass(2000)
    bench.abort()
    await bench.await('halted', 10_000, 'It was to be taken back')
    bench.start()
    await bench.await('done', 120_000, 'Nothing was wrong with the new version')
  }
}

/** By night nobody comes: no news is no news. */
async function sleepsAtNight(subject: Subject, errors: number): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8),
    options: { waves: [1, 8] },
    load: { perSecond: 0, errors: errorsOf('v2', errors) },
    past: { v1: { requests: 5000, errors: 50 }, v2: { requests: 5000, errors: 50 } },
    audits: [evidence],
  })
  bench.start()
  await bench.pass(90_000)
  if (bench.seen !== 'baking') {
    bench.broken(
      `Nobody has asked for anything yet, and it is ${String(bench.seen)}: it must be baking.`,
    )
  }
  bench.note('users come')
  bench.model.setLoad({ perSecond: 20 })
  await bench.await(errors === 0 ? 'done' : 'halted', 90_000, 'Users have come')
}

/** Seven have the new version, and the old one gets few requests. */
async function waitsForBoth(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8),
    options: { waves: [7, 8], minRequests: 600 },
    audits: [evidence],
  })
  bench.start()
  await bench.await('done', 90_000, 'Nothing was wrong with the new version')
}

interface Case {
  readonly title: string
  readonly wanted: 'done' | 'halted'
  readonly load: (version: string) => number
  readonly past?: NonNullable<Setting['past']>
}

const cases: readonly Case[] = [
  { title: 'a day on which everything is bad', wanted: 'done', load: () => 0.3 },
  { title: 'worse by less than allowed', wanted: 'done', load: (v) => (v === 'v2' ? 0.06 : 0.01) },
  { title: 'worse by more than allowed', wanted: 'halted', load: (v) => (v === 'v2' ? 0.3 : 0.02) },
  {
    title: 'a bad day after a good year',
    wanted: 'done',
    load: () => 0.3,
    past: { v1: { requests: 1_000_000, errors: 1000 } },
  },
  {
    title: 'a good day after a bad year',
    wanted: 'halted',
    load: (v) => (v === 'v2' ? 0.25 : 0.01),
    past: { v1: { requests: 1_000_000, errors: 400_000 } },
  },
  {
    title: 'a second try, and the first one was bad',
    wanted: 'done',
    load: () => 0.01,
    past: { v2: { requests: 100_000, errors: 60_000 } },
  },
  {
    title: 'a second try, and the first one was good',
    wanted: 'halted',
    load: (v) => (v === 'v2' ? 0.4 : 0.01),
    past: { v2: { requests: 100_000, errors: 10 } },
  },
]

/** Neither an absolute bound nor last year: the old version beside it, in the same time. */
export async function comparesBeside(subject: Subject): Promise<void> {
  for (const waves of [
    [1, 8],
    [7, 8],
  ]) {
    for (const { title, wanted, load, ...more } of cases) {
      const bench = new Bench(subject, {
        hosts: hostsOf(8, { zones: 2 }),
        options: { waves },
        load: { errors: load },
        audits: [beside],
        ...more,
      })
      bench.note(title)
      bench.start()
      await bench.await(wanted, 90_000, `It was ${title}`)
    }
  }
  for (const version of ['v1', 'v2'] as const) await betweenBakes(subject, version)
  await holdsLater(
    [
      fc.constantFrom(0, 0.05, 0.3),
      fc.constantFrom(-0.05, 0, 0.05, 0.16, 0.3),
      fc.constantFrom(1, 4, 7),
    ],
    async (base, more, first) => {
      const bench = new Bench(subject, {
        hosts: hostsOf(8, { zones: 2 }),
        options: { waves: [first, 8], minRequests: 200 },
        load: { errors: (version) => Math.max(0, base + (version === 'v2' ? more : 0)) },
        audits: [beside],
      })
      bench.start()
      await bench.await(more > 0.1 ? 'halted' : 'done', 120_000, 'There was evidence enough')
    },
    { factor: 0.04 },
  )
}

/** What happens while a wave is rolled belongs to no bake. */
async function betweenBakes(subject: Subject, version: 'v1' | 'v2'): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(9, { zones: 3 }),
    options: { waves: [2, 5, 9], maxUnavailable: 3 },
    fate: () => ({ afterMs: 20_000 }),
    audits: [beside],
  })
  bench.start()
  await bench.reach(['baking'], 30_000)
  await bench.reach(['rolling'], 30_000)
  bench.note(`${version} fails while the next wave is rolled`)
  bench.model.setLoad({ errors: errorsOf(version, 0.9) })
  await bench.pass(18_000)
  const isBad = version === 'v1'
  bench.note(isBad ? 'v1 is well, and v2 fails' : 'all is well')
  bench.model.setLoad({ errors: errorsOf('v2', isBad ? 0.25 : 0) })
  await bench.await(isBad ? 'halted' : 'done', 120_000, 'What happened before this bake is over')
}

export function errorsOf(version: string, share: number): (of: string) => number {
  return (of) => (of === version ? share : 0)
}

if (cases.length === 0) throw new Error('sentinel-rollout-verdicts.ts: no cases')
