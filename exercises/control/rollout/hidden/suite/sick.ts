import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { LATE_MS } from './soon.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

/** Whoever is down, or has lost the version, is no reason to go on. */
const sick: Audit = {
  judged({ to }, { into, isIll }) {
    if (into === 'back' || !isIll) return null
    return `It goes on, and a host of the wave is down or has lost ${quoted(to)}.`
  },
}

/** A host that is down serves nobody: there will be no errors to count. */
export async function seesTheSick(subject: Subject): Promise<void> {
  const crashing = { hosts: hostsOf(8, { zones: 2 }), fate: crashesWith('v2'), audits: [sick] }
  for (const options of [
    { waves: [1, 8] },
    { waves: [8], maxUnavailable: 8 },
    { waves: [3, 8], maxUnavailable: 1 },
    { waves: [4, 8], maxUnavailable: 2 },
  ]) {
    const bench = new Bench(subject, { ...crashing, options })
    bench.start()
    const withinMs = 5000 + bench.options.bakeMs + LATE_MS
    if (!(await bench.reach(['rolling-back'], withinMs))) {
      bench.broken(
        `Hosts with "v2" are down ${clockText(bench.options.bakeMs)} after the last deployment, and it does not go back.`,
      )
    }
    await bench.await('halted', 60_000, 'The old version starts everywhere')
  }
  for (const waves of [[2, 8], [8]]) await fallsIll(subject, waves, 0)
  await fallsIll(subject, [2, 5, 8], 1)
  await fallsIllAtNight(subject)
  await oldAreIll(subject)
  await comesUp(subject)
  await comesUpMeanwhile(subject)
}

/** A host that takes its time to come up, and one that is down for a moment, are well in the end. */
async function comesUp(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8, { zones: 2 }),
    options: { waves: [2, 8], maxUnavailable: 4 },
    fate: () => ({ downMs: 4000 }),
    audits: [sick],
  })
  bench.start()
  await bench.reach(['baking'], 10_000)
  await bench.pass(5000)
  const [first] = bench.having('v2')
  if (first === undefined) return bench.broken('Nobody has "v2" while it bakes.')
  bench.note(`${quoted(first.id)} is down for two seconds`)
  bench.model.strike(first.id, 2000)
  await bench.await('done', 120_000, 'When the bake was over nobody was down')
}

/** One host takes its time, and another deployment of its wave takes longer than that. */
async function comesUpMeanwhile(subject: Subject): Promise<void> {
  let given = 0
  const bench = new Bench(subject, {
    hosts: hostsOf(8, { zones: 2 }),
    options: { waves: [2, 8], maxUnavailable: 6 },
    fate: () => (given++ === 0 ? { downMs: 18_000 } : { afterMs: 25_000 }),
    audits: [sick],
  })
  bench.start()
  const why = 'Nobody was down when the last deployment had been answered for so long'
  await bench.await('done', 120_000, `${why} as a bake takes`)
}

/** Who is down with the old version says nothing about the new one. */
async function oldAreIll(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8, { zones: 8 }),
    options: { waves: [2, 8], maxUnavailable: 4 },
    audits: [sick],
  })
  bench.start()
  await bench.reach(['baking'], 10_000)
  const old = bench.having('v1').slice(0, 2)
  bench.note(`${old.map(({ id }) => quoted(id)).join(' and ')} are down, with "v1"`)
  for (const { id } of old) bench.model.strike(id, 20_000)
  await bench.await('done', 120_000, 'Nobody was down with the new version')
}

/** At night its bake is over, and nobody has come yet: then the only host that has it is down. */
async function fallsIllAtNight(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8, { zones: 2 }),
    options: { waves: [1, 8] },
    load: { perSecond: 0 },
    audits: [sick],
  })
  bench.start()
  await bench.pass(25_000)
  const [only] = bench.having('v2')
  if (only === undefined) return bench.broken('Nobody has "v2" after 25 seconds.')
  bench.note(`${quoted(only.id)} is down`)
  bench.model.change(only.id, { healthy: false })
  await bench.await('halted', 2 * LATE_MS + 5000, 'The only host with "v2" is down')
}

/** The version is well at first: one of the first who had it falls ill in the bake of a wave. */
async function fallsIll(subject: Subject, waves: number[], wave: number): Promise<void> {
  for (const change of [{ healthy: false }, { version: 'v1' }]) {
    const bench = new Bench(subject, {
      hosts: hostsOf(8, { zones: 2 }),
      options: { waves, maxUnavailable: 4 },
      audits: [sick],
    })
    bench.start()
    await bench.reach(['baking'], 60_000)
    const [first] = bench.having('v2')
    while (bench.bakes.index < wave && bench.time.now < 60_000) await bench.pass(500)
    await bench.reach(['baking'], 60_000)
    await bench.pass(4000)
    if (first === undefined) throw new Error('sentinel-rollout-sick.ts: nobody has it')
    bench.note(`${quoted(first.id)} ${'version' in change ? 'has "v1" again' : 'is down'}`)
    bench.model.change(first.id, change)
    await bench.pass(bench.options.bakeMs)
  }
}

function crashesWith(version: string): NonNullable<Setting['fate']> {
  return (_, of) => (of === version ? { downMs: Infinity } : {})
}
