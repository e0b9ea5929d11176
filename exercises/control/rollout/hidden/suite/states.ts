import { counted, quoted } from '@five-pillars/suite'

import type { Audit, Bench } from './bench.ts'
import { Bench as Benched } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'

/** What `state` says is what is going on. */
const truth: Audit = {
  look(bench) {
    const { seen, from, to, model } = bench
    const [busy] = model.underWay
    if (seen === null || busy === undefined) return resting(bench)
    const [id, version] = busy
    const says = `${quoted(id)} is being given ${quoted(version)}, and state() says ${seen}`
    if (version === from && seen !== 'rolling-back') return `${says}: it must be rolling-back.`
    if (version === to && !bench.hasTurned && seen !== 'rolling')
      return `${says}: it must be rolling.`
    return null
  },
}

/** Nobody is being deployed to. */
function resting({ seen, to, hosts, isAborted }: Bench): string | null {
  const moved = hosts.filter(({ version }) => version === to).length
  if (seen === 'idle' && moved > 0) {
    return `state() says idle, and ${counted(moved, 'host')} went to ${quoted(to)}.`
  }
  const isOn = seen === 'rolling' || seen === 'baking' || seen === 'done'
  return isAborted && isOn ? `It was aborted, and state() says ${seen}.` : null
}

/** From `idle` to the end. */
export async function stateTellsTheTruth(subject: Subject): Promise<void> {
  const bench = new Benched(subject, {
    hosts: hostsOf(4),
    options: { waves: [2, 4], maxUnavailable: 1 },
    audits: [truth],
  })
  await expectStates(bench, [
    [() => {}, 0, 'idle', 'before the start'],
    [() => bench.start(), 0, 'rolling', 'right after start()'],
    [() => {}, 3000, 'rolling', 'with one host of two'],
    [() => {}, 8000, 'baking', 'with two hosts of two'],
    [() => {}, 45_000, 'done', 'when all was judged'],
    [() => bench.abort(), 0, 'rolling-back', 'right after abort()'],
    [() => {}, 25_000, 'halted', 'when all went back'],
  ])
  await holdsInStories(subject, stories(['abort', 'down']), [truth], 0.03)
}

type Step = readonly [act: () => void, afterMs: number, wanted: string, when: string]

async function expectStates(bench: Bench, steps: readonly Step[]): Promise<void> {
  bench.look()
  for (const [act, afterMs, wanted, when] of steps) {
    act()
    await bench.pass(afterMs)
    if (bench.seen === wanted) continue
    if (steps.length < 5) throw new Error('sentinel-rollout-states.ts: too few states')
    bench.broken(`state() says ${String(bench.seen)} ${when}, and must say ${wanted}.`)
  }
}
