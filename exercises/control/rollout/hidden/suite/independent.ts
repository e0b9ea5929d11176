import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise, quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Setting } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { needed } from './needed.ts'
import type { Subject } from './checks.ts'
import { everybody } from './verified.ts'
import { waveByWave } from './waves.ts'
import { clockText } from './words.ts'

const audits = [waveByWave, needed, everybody]

const six: Setting = {
  hosts: hostsOf(6, { zones: 2 }),
  options: { waves: [1, 3, 6], maxUnavailable: 2 },
  audits,
}

/** Two controllers share nothing, and from the same comes the same. */
export async function dependsOnItsOwn(subject: Subject): Promise<void> {
  await sharesNothing(subject)
  const before = await deploymentsOf(subject)
  const after = await deploymentsOf(subject)
  for (const [index, then] of before.entries()) {
    if (after[index] === then) continue
    const now = after[index] ?? 'none'
    throw new BrokenPromise(
      `The same was started in two fleets that are the same. Deployment ${index + 1} was ${then}, and then ${now}.`,
    )
  }
}

/** One fleet after another, in one time: the first is bad, the second good. */
async function sharesNothing(subject: Subject): Promise<void> {
  const time = new VirtualTime(50_000)
  const bad = new Bench(subject, {
    ...six,
    time,
    load: { errors: (version) => (version === 'v2' ? 0.5 : 0) },
  })
  const good = new Bench(subject, {
    ...six,
    time,
    hosts: hostsOf(4, { version: 'a' }),
    options: { waves: [2, 4], maxUnavailable: 1 },
    from: 'a',
    to: 'b',
    flag: 'other',
  })
  bad.start()
  await bad.pass(1500)
  good.start()
  for (let ms = 0; ms < 90_000; ms += 500) {
    await bad.pass(500)
    good.look()
  }
  if (bad.seen !== 'halted')
    bad.broken(`Beside another rollout this one is ${String(bad.seen)}: "v2" is bad.`)
  if (good.seen !== 'done')
    good.broken(`Beside another rollout this one is ${String(good.seen)}: "b" is good.`)
}

async function deploymentsOf(subject: Subject): Promise<string[]> {
  const seen: string[] = []
  const bench = new Bench(subject, {
    ...six,
    audits: [
      {
        deploy({ time }, id, version) {
          seen.push(`${quoted(version)} to ${quoted(id)} at ${clockText(time.now)}`)
          return null
        },
      },
    ],
  })
  bench.start()
  await bench.reach(['done'], 90_000)
  bench.abort()
  await bench.reach(['halted'], 30_000)
  if (six.hosts.length < 2) throw new Error('sentinel-rollout-independent.ts: too few hosts')
  return seen
}
