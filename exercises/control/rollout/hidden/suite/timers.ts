import { counted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Setting } from './bench.ts'
import { hostsOf } from './hosts.ts'
import type { Subject } from './checks.ts'

const QUIET_MS = 3500

const four: Setting = {
  hosts: hostsOf(4),
  options: { waves: [1, 4], maxUnavailable: 4, bakeMs: 60_000 },
}

/** Whoever is done has nothing to wake up for. */
export async function leavesNoTimer(subject: Subject): Promise<void> {
  for (const wanted of ['done', 'halted'] as const) {
    const bench = new Bench(subject, {
      ...four,
      load: { errors: (version) => (version === 'v2' && wanted === 'halted' ? 0.5 : 0) },
    })
    bench.start()
    await bench.await(wanted, 200_000, 'There was evidence enough')
    await expectQuiet(bench)
  }
  for (const atMs of [1000, 10_000, 70_000]) {
    for (const compatible of [() => true, (a: string, b: string) => a < b]) {
      const bench = new Bench(subject, { ...four, options: { ...four.options, compatible } })
      bench.start()
      await bench.pass(atMs)
      bench.abort()
      await bench.await('halted', 30_000, 'It was to be taken back')
      await expectQuiet(bench)
    }
  }
}

async function expectQuiet(bench: Bench): Promise<void> {
  if (QUIET_MS <= 0) throw new Error('sentinel-rollout-timers.ts: nobody waits')
  await bench.pass(QUIET_MS)
  const left = bench.time.timers
  if (left === 0) return
  const seconds = `${QUIET_MS / 1000} s`
  bench.broken(
    `It has been ${String(bench.seen)} for ${seconds}, and ${counted(left, 'timer')} is left on the clock.`,
  )
}
