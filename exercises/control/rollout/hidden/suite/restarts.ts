import { Bench } from './bench.ts'
import type { Setting } from './bench.ts'
import { flagged } from './flags.ts'
import { hostsOf } from './hosts.ts'
import { needed } from './needed.ts'
import type { Subject } from './checks.ts'
import { everybody } from './verified.ts'
import { waveByWave } from './waves.ts'

const DEPLOY_MS = 2000
const SEES_MS = 3500
const waves = [1, 4, 8]

const eight: Setting = {
  hosts: hostsOf(8, { zones: 2 }),
  options: { waves, maxUnavailable: 2 },
  fate: () => ({ afterMs: DEPLOY_MS }),
  audits: [waveByWave, needed, everybody, flagged],
}

/** Killed at any moment, and another one in its place: what the hosts report is all it has. */
export async function goesOnAfterRestart(subject: Subject): Promise<void> {
  for (const atMs of [0, 1000, 6000, 14_500, 20_000, 28_500, 40_000, 54_000]) {
    const bench = new Bench(subject, eight)
    bench.start()
    await bench.pass(atMs)
    restart(bench)
    await bench.await('done', leftMs(bench), 'It was started again')
  }
  await comesUpLater(subject)
  for (const atMs of [1000, 8000, 13_000, 15_500, 22_000]) {
    await restartsBad(subject, atMs)
    const bench = new Bench(subject, eight)
    bench.start()
    await bench.pass(atMs)
    restart(bench)
    await bench.pass(3500)
    restart(bench)
    bench.abort()
    await bench.await('halted', 30_000, 'It was to be taken back')
    if (bench.having('v1').length < 8) bench.broken('It is halted, and not all hosts have "v1".')
  }
}

/** Hosts are still coming up when the new controller asks them. */
async function comesUpLater(subject: Subject): Promise<void> {
  for (const atMs of [15_000, 24_000, 33_000]) {
    const bench = new Bench(subject, {
      ...eight,
      options: { waves, maxUnavailable: 4 },
      fate: () => ({ afterMs: 500, downMs: 6000 }),
    })
    bench.start()
    await bench.pass(atMs)
    const [first, second] = bench.having('v2')
    for (const host of [first, second]) if (host) bench.model.strike(host.id, 6000)
    restart(bench)
    await bench.await('done', 150_000, 'It was started again, and all hosts come up')
  }
}

/** A bad version stays bad. */
async function restartsBad(subject: Subject, atMs: number): Promise<void> {
  const bench = new Bench(subject, {
    ...eight,
    load: { errors: (version) => (version === 'v2' ? 0.4 : 0.01) },
  })
  bench.start()
  await bench.pass(atMs)
  restart(bench)
  await bench.await('halted', 60_000, 'The new version was bad')
  if (bench.having('v1').length < 8) bench.broken('It is halted, and not all hosts have "v1".')
}

function restart(bench: Bench): void {
  bench.replace()
  bench.start()
}

/** The wave that it is in, and those that are to come, each deployed and baked once. */
function leftMs({ bakes, options }: Bench): number {
  const left = waves.slice(bakes.index)
  const rounds = left.map((size, nth) => {
    const before = nth === 0 ? (waves[bakes.index - 1] ?? 0) : (left[nth - 1] ?? 0)
    return Math.ceil((size - before) / options.maxUnavailable)
  })
  if (left.length === 0) throw new Error('sentinel-rollout-restarts.ts: no wave is left')
  const deployMs = rounds.reduce((sum, count) => sum + count * (DEPLOY_MS + SEES_MS), 0)
  return deployMs + left.length * (options.bakeMs + SEES_MS)
}
