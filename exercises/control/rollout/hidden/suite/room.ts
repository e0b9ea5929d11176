import { counted, quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

/** Nobody who is well is taken down while as many are down as may be. */
const room: Audit = {
  deploy(bench, id) {
    const down = bench.hosts.filter(({ healthy }) => !healthy)
    if (down.some((host) => host.id === id)) return null
    const { maxUnavailable } = bench.options
    if (down.length < maxUnavailable) return null
    const are = down.length === 1 ? 'is' : 'are'
    return `${quoted(id)} is taken down while ${counted(down.length, 'host')} ${are} down, and maxUnavailable is ${maxUnavailable}.`
  },
}

/** There and back, never more hosts are down than allowed, whoever took them down. */
export async function staysWithinMax(subject: Subject): Promise<void> {
  for (const maxUnavailable of [1, 2, 3]) await withTheSick(subject, maxUnavailable)
  await holdsInStories(subject, stories(['down', 'down', 'abort']), [room], 0.06)
}

/** One is down before the start, some take their time to come up, and then all must go back. */
async function withTheSick(subject: Subject, maxUnavailable: number): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(9, { zones: 3 }),
    options: { waves: [4, 9], maxUnavailable },
    fate: (_, __, nth) => ({ downMs: 3000, ...(nth === 0 ? {} : { afterMs: 500 }) }),
    audits: [room],
  })
  bench.note('"s9" is down')
  bench.model.strike('s9', 20_000)
  bench.start()
  await bench.pass(12_000)
  bench.model.strike('s8', 15_000)
  await bench.reach(['done'], 160_000)
  bench.model.strike('s1', 10_000)
  bench.abort()
  await bench.await('halted', 120_000, 'Everything was to be taken back')
}

const DEPLOY_MS = 6000

/** Whatever it waits for, it sees it within three seconds. */
const SEES_MS = 3000

export const paceCases = [
  { maxUnavailable: 3, waves: [1, 4, 10] },
  { maxUnavailable: 4, waves: [4, 12] },
  { maxUnavailable: 1, waves: [1, 3] },
] as const

/** A fleet in which each deployment takes long, and how long all of them may take. */
export function paceOf(
  subject: Subject,
  { maxUnavailable, waves }: (typeof paceCases)[number],
): { bench: Bench; withinMs: number; backWithinMs: number } {
  const bakeMs = 5000
  const count = waves.at(-1) ?? 0
  const bench = new Bench(subject, {
    hosts: hostsOf(count, { zones: 2 }),
    options: { waves: [...waves], maxUnavailable, bakeMs, minRequests: 10 },
    fate: () => ({ afterMs: DEPLOY_MS }),
  })
  const sizes = waves.map((size, index) => size - (waves[index - 1] ?? 0))
  const rounds = sizes.reduce((sum, size) => sum + Math.ceil(size / maxUnavailable), 0)
  const roundMs = DEPLOY_MS + SEES_MS
  const withinMs = rounds * roundMs + waves.length * (bakeMs + SEES_MS)
  return { bench, withinMs, backWithinMs: Math.ceil(count / maxUnavailable) * roundMs }
}

/** Of the hosts that may be down, none is up for nothing. */
export async function usesWhatItMay(subject: Subject): Promise<void> {
  for (const one of paceCases) {
    const { bench, withinMs, backWithinMs } = paceOf(subject, one)
    const hosts = counted(bench.hosts.length, 'host')
    const why = `${hosts}, ${one.maxUnavailable} at a time, a deployment takes ${clockText(DEPLOY_MS)}`
    bench.start()
    await bench.await('done', withinMs, why)
    bench.abort()
    await bench.await('halted', backWithinMs, `The way back: ${why}`)
  }
  if (DEPLOY_MS <= SEES_MS) throw new Error('sentinel-rollout-room.ts: too much time')
}
