import { quoted } from '@five-pillars/suite'

import type { Fate } from '../../fleet.ts'
import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'

/** Done is what the hosts say, not what deployments have answered. */
export const everybody: Audit = {
  look(bench) {
    if (bench.seen !== 'done' || bench.isSettled) return null
    bench.isSettled = true
    const { to } = bench
    const left = bench.hosts.find(({ version, healthy }) => version !== to || !healthy)
    if (left === undefined) return null
    const is = left.version === to ? 'is down' : `reports ${quoted(left.version)}`
    return `It is done, and ${quoted(left.id)} ${is}.`
  },
}

const silent: Partial<Fate> = { lands: false }

/** Not seven of eight, and not by their word. */
export async function donesEverybody(subject: Subject): Promise<void> {
  for (const nth of [1, 8]) {
    for (const fate of [
      silent,
      { ...silent, answer: 'timeout' },
      { ...silent, answer: 'failed' },
    ] as const) {
      const bench = benchOf(subject, `s${nth}`, fate)
      bench.start()
      await bench.reach(['halted'], 150_000)
    }
  }
  for (const change of [{ version: 'v1' }, { healthy: false }]) {
    const bench = benchOf(subject, '', {})
    bench.start()
    await bench.pass(20_000)
    await bench.reach(['baking'], 60_000)
    while (bench.bakes.index < 1) await bench.pass(500)
    await bench.reach(['baking'], 60_000)
    bench.note(`"s1" ${'version' in change ? 'has "v1" again' : 'is down'}`)
    bench.model.change('s1', change)
    await bench.pass(30_000)
  }
  await holdsInStories(subject, stories(['down']), [everybody], 0.05)
}

function benchOf(subject: Subject, id: string, fate: Partial<Fate>): Bench {
  if (everybody.look === undefined) throw new Error('sentinel-rollout-verified.ts: nobody looks')
  return new Bench(subject, {
    hosts: hostsOf(8, { zones: 2 }),
    options: { waves: [3, 8], maxUnavailable: 4 },
    fate: (of, version) => (of === id && version === 'v2' ? fate : {}),
    audits: [everybody],
  })
}
