import { counted, quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'

const ids = idsOf(6)

const whileRunning: Audit = {
  apply: ({ isRunning }, { id }) =>
    isRunning ? null : `It acts on ${quoted(id)}, and has been stopped.`,
}

/** Stopped is stopped, at whatever moment; what was begun comes to its end. */
export async function stopsWhenTold(subject: Subject): Promise<void> {
  for (const atMs of [0, 20, 80, 130, 1050, 1180, 2300, 3333]) {
    const bench = new Bench(subject, { spec: { plan: 1, ids }, audits: [whileRunning] })
    await bench.pass(3000)
    bench.start()
    bench.start()
    await bench.pass(atMs)
    bench.stop()
    await bench.pass(20_000)
    bench.stop()
    bench.start()
    await bench.settle(60_000)
  }
  await holdsInStories(subject, stories([...everyKind, 'stop', 'stop']), () => [whileRunning], 0.06)
}

/** A second start is none: it looks no more often. And who is stopped has no timer. */
export async function startsOnce(subject: Subject): Promise<void> {
  const { bench, count } = await looksInAMinute(subject)
  if (count > LOOKS_MAX) bench.broken(`In a minute it looks ${counted(count, 'time')}.`)
  bench.stop()
  await bench.pass(20_000)
  const { timers } = bench.time
  if (timers > 0) bench.broken(`It was stopped 20 s ago, and ${counted(timers, 'timer')} is left.`)
}

/** About once a second, in a minute. */
export const LOOKS_MAX = 150

/** How often it looks in a minute after it was started four times. */
export async function looksInAMinute(subject: Subject): Promise<{ bench: Bench; count: number }> {
  const bench = new Bench(subject, { spec: { plan: 1, ids }, items: itemsOf(ids) })
  for (let nth = 0; nth < 4; nth++) {
    bench.start()
    await bench.pass(20)
    bench.stop()
  }
  for (let nth = 0; nth < 4; nth++) {
    bench.start()
    await bench.pass(400)
  }
  await bench.pass(10_000)
  const before = bench.looks
  await bench.pass(60_000)
  if (ids.length < 6) throw new Error('sentinel-self-healer-lives.ts: too few')
  return { bench, count: bench.looks - before }
}
