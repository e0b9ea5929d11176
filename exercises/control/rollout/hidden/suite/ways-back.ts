import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { needed } from './needed.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'

/** Who has turned round takes nobody further. */
const onlyBack: Audit = {
  deploy({ to, hasTurned, isAborted }, id, version) {
    if (version !== to || !(hasTurned || isAborted)) return null
    return `${quoted(id)} is given ${quoted(to)} on the way back.`
  },
  look({ seen, from, hosts, model }) {
    if (seen !== 'halted') return null
    const left = hosts.find(({ version }) => version !== from)
    if (left !== undefined)
      return `It is halted, and ${quoted(left.id)} has ${quoted(left.version)}.`
    const busy = model.underWay.find(([, version]) => version !== from)
    if (busy === undefined) return null
    return `It is halted, and ${quoted(busy[0])} is still being given ${quoted(busy[1])}.`
  },
}

const eight: Setting = {
  hosts: hostsOf(8, { zones: 2 }),
  options: { waves: [1, 4, 8], maxUnavailable: 2 },
  audits: [onlyBack, needed],
}

const BACK_MS = 60_000

/** Amidst each wave, each bake, and when all is done. */
const MOMENTS_MS = [0, 1000, 9000, 14_500, 18_000, 24_000, 36_000, 60_000]

/** Whenever it shows that a version is bad, every host gets the old one. */
export async function takesBack(subject: Subject): Promise<void> {
  for (const wave of [0, 1]) {
    const bench = new Bench(subject, eight)
    bench.start()
    while (bench.bakes.index < wave && bench.time.now < 60_000) await bench.pass(500)
    bench.note('"v2" fails from now on')
    bench.model.setLoad({ errors: (version) => (version === 'v2' ? 0.5 : 0) })
    await bench.await('halted', 60_000, 'The new version was bad')
  }
  const bench = new Bench(subject, { ...eight, fate: slowAndFlaky })
  bench.start()
  await bench.reach(['done'], 200_000)
  bench.abort()
  await bench.await('halted', 200_000, 'It was to be taken back when it was done')
}

function slowAndFlaky(id: string, _version: string, nth: number): object {
  if (nth === 0 && id === 's3') return { answer: 'failed', lands: false }
  return { afterMs: id === 's5' ? 9000 : 3000 }
}

/** At any time, and also those to which the new version is just on its way. */
export async function abortsAnytime(subject: Subject): Promise<void> {
  await abortsNothing(subject)
  for (const atMs of MOMENTS_MS) {
    const bench = new Bench(subject, { ...eight, fate: slowAndFlaky })
    bench.start()
    await bench.pass(atMs)
    bench.abort()
    if (bench.seen === 'rolling' || bench.seen === 'baking' || bench.seen === 'done') {
      bench.broken(`It was aborted, and says that it is ${bench.seen}.`)
    }
    await bench.pass(1000)
    bench.abort()
    await bench.await('halted', BACK_MS, 'It was to be taken back')
    await bench.pass(4000)
  }
  await holdsInStories(subject, stories(['abort'], false), [onlyBack, needed], 0.04)
}

/** Nothing was started, or it was taken back already. */
async function abortsNothing(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    ...eight,
    audits: [
      {
        deploy: (_, id) => `${quoted(id)} is deployed to, and nothing was started.`,
        flag: () => 'The flag is touched, and nothing was started.',
      },
    ],
  })
  bench.abort()
  await bench.pass(5000)
  if (bench.seen !== 'idle') bench.broken(`Nothing was started, and it is ${String(bench.seen)}.`)
  if (BACK_MS <= 0) throw new Error('sentinel-rollout-ways-back.ts: no time')
}

/** Hosts that are down already do not get fewer by waiting. */
export async function theSickGoFirst(subject: Subject): Promise<void> {
  for (const [waves, maxUnavailable] of [
    [[4, 8], 2],
    [[3, 8], 1],
    [[8], 3],
  ] as const) {
    const bench = new Bench(subject, {
      ...eight,
      options: { waves: [...waves], maxUnavailable },
    })
    bench.start()
    await bench.reach(['baking'], 60_000)
    await bench.pass(3000)
    bench.note('all hosts with "v2" are down')
    for (const { id } of bench.having('v2')) bench.model.change(id, { healthy: false })
    await bench.await('halted', 60_000, 'Whoever gets the old version is well again')
  }
}
