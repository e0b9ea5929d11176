import { quoted } from '@five-pillars/suite'

import type { Fate } from '../../fleet.ts'
import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { needed } from './needed.ts'
import type { Subject } from './checks.ts'
import { waveByWave } from './waves.ts'

const TRIES = 3

/** Nobody is given the same version a fourth time, or once more when it has it. */
function thrice(): Audit {
  const tries = new Map<string, number>()
  return {
    deploy(bench, id, version) {
      const { bakes, hasTurned, to } = bench
      const key = JSON.stringify([id, version, hasTurned, version === to ? bakes.index : ''])
      const nth = (tries.get(key) ?? 0) + 1
      tries.set(key, nth)
      if (nth <= TRIES) return null
      return `${quoted(id)} has been given ${quoted(version)} three times already.`
    },
  }
}

const bad: readonly Partial<Fate>[] = [
  { answer: 'failed', lands: false, afterMs: 1000 },
  { answer: 'timeout', lands: false, afterMs: 4000 },
  { lands: false },
]

/** What fails is tried again: three times, and then it is enough. */
export async function triesThrice(subject: Subject): Promise<void> {
  for (const fate of bad) {
    await failsTwice(subject, fate)
    await failsAlways(subject, fate, false)
    await staysBehind(subject, fate)
  }
  await failsAlways(subject, { lands: false }, true)
  for (const answer of ['timeout', 'failed'] as const) await believesHosts(subject, answer)
}

/** A deployment that was given up has worked all the same: nobody is asked for it again. */
async function believesHosts(subject: Subject, answer: Fate['answer']): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(8, { zones: 2 }),
    options: { waves: [3, 8], maxUnavailable: 4 },
    fate: () => ({ answer, afterMs: 4000 }),
    audits: [needed],
  })
  bench.start()
  await bench.await('done', 90_000, `All hosts report it, whatever deployments answer (${answer})`)
  bench.abort()
  await bench.await(
    'halted',
    60_000,
    `All hosts went back, whatever deployments answer (${answer})`,
  )
}

async function failsTwice(subject: Subject, fate: Partial<Fate>): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(6, { zones: 2 }),
    options: { waves: [2, 6], maxUnavailable: 3 },
    fate: (_, __, nth) => (nth < TRIES - 1 ? fate : {}),
    audits: [thrice()],
  })
  bench.start()
  await bench.await('done', 120_000, 'The third deployment to each host works')
  bench.abort()
  await bench.await('halted', 60_000, 'The third deployment back works, too')
  const left = bench.hosts.find(({ version }) => version !== 'v1')
  if (left !== undefined) bench.broken(`It is halted, and ${quoted(left.id)} still has "v2".`)
}

async function failsAlways(subject: Subject, fate: Partial<Fate>, isOdd: boolean): Promise<void> {
  const hosts = hostsOf(6, { zones: 2, isOdd })
  for (const { id } of isOdd ? hosts : hosts.slice(2, 3)) {
    const bench = new Bench(subject, {
      hosts,
      options: { waves: [3, 6], maxUnavailable: 6 },
      fate: (of, version) => (of === id && version === 'v2' ? fate : {}),
      audits: [thrice(), waveByWave],
    })
    bench.start()
    await bench.await(
      'halted',
      90_000,
      `${quoted(id)} does not take it, and three tries are enough`,
    )
  }
}

/** On the way back one host does not follow: the others do. */
async function staysBehind(subject: Subject, fate: Partial<Fate>): Promise<void> {
  const bench = new Bench(subject, {
    hosts: hostsOf(6, { zones: 2 }),
    options: { waves: [6], maxUnavailable: 3 },
    fate: (id, version) => (id === 's2' && version === 'v1' ? fate : {}),
    audits: [thrice()],
  })
  bench.start()
  await bench.await('done', 60_000, 'Nothing was wrong with the new version')
  bench.abort()
  await bench.await('halted', 60_000, '"s2" does not go back, and three tries are enough')
  const left = bench.hosts.find(({ id, version }) => version !== 'v1' && id !== 's2')
  if (TRIES < 1) throw new Error('sentinel-rollout-tries.ts: nobody tries')
  if (left !== undefined) bench.broken(`It is halted, and ${quoted(left.id)} still has "v2".`)
  bench.note('it is halted: another abort is nothing')
  bench.abort()
  await bench.pass(10_000)
}
