import { holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import { Bench } from './bench.ts'
import { fails, ok } from './deeds.ts'
import type { Deed } from './deeds.ts'
import { halfOpenIt, openIt } from './opened.ts'
import { playStory, storyArbitrary } from './story.ts'
import type { Options, Subject } from './subject.ts'

const base = {
  failureRate: 0.5,
  minCalls: 2,
  windowMs: 10_005,
  openMs: 1005,
  halfOpenMax: 1,
  successesToClose: 2,
}

const kinds = ['fails', 'ok', 'excused'] as const

/** Whoever comes back from an earlier state finds that it is not counted any more. */
export async function countsItsOwn(subject: Subject): Promise<void> {
  for (const kind of kinds) {
    for (const successesToClose of [1, 2]) {
      const options = { ...base, successesToClose }
      await comesBack(subject, options, [{ kind, afterMs: 300 }])
      for (const afterMs of [1300, 1700, 3000])
        await comesBack(subject, options, [{ kind, afterMs }])
      await comesBack(subject, options, [
        { kind, afterMs: 1200 },
        { kind, afterMs: 1250 },
        { kind, afterMs: 1300 },
      ])
      await probeComesBack(subject, options, { kind, afterMs: 900 })
      await outlives(subject, options, { kind, afterMs: 300 })
    }
  }
  await holdsLater([storyArbitrary, fc.constantFrom(0, 50_000)], async (story, startMs) => {
    await playStory(new Bench(subject, story.options, { startMs }), story)
  })
}

/** Calls that began while it was closed, and end while it is open, half-open, or closed again. */
async function comesBack(
  subject: Subject,
  options: Options,
  deeds: readonly Deed[],
): Promise<void> {
  if (deeds.length === 0) throw new Error('sentinel-circuit-breaker-stale.ts: nobody calls')
  const bench = new Bench(subject, options)
  for (const deed of deeds) bench.begin(deed)
  await openIt(bench)
  await bench.pass(options.openMs + 95)
  bench.begin({ kind: 'ok', afterMs: 400 })
  await bench.pass(390)
  // Whoever thinks that a place was given back takes one more here.
  bench.begin({ kind: 'ok', afterMs: 100 })
  await bench.pass(110)
  await bench.call(ok)
  await bench.pass(2000)
  await bench.call(fails)
  await bench.call(ok)
}

/** A call that began while it was half-open, and ends when it is so once more. */
async function probeComesBack(subject: Subject, options: Options, deed: Deed): Promise<void> {
  for (const openMs of [405, 705, 1005]) {
    const bench = new Bench(subject, { ...options, openMs, halfOpenMax: 2, successesToClose: 2 })
    await halfOpenIt(bench)
    bench.begin(deed)
    await bench.call(fails)
    await bench.pass(openMs + 5)
    bench.begin({ kind: 'ok', afterMs: 600 })
    bench.begin({ kind: 'ok', afterMs: 600 })
    await bench.pass(550)
    bench.begin(ok)
    await bench.pass(1000)
    await bench.call(ok)
  }
}

/** A try that began in the very millisecond in which others closed the breaker. */
async function outlives(subject: Subject, options: Options, deed: Deed): Promise<void> {
  const bench = new Bench(subject, { ...options, halfOpenMax: 2 })
  await halfOpenIt(bench)
  bench.begin(deed)
  for (let times = 0; times < options.successesToClose; times++) await bench.call(ok)
  await bench.pass(400)
  await bench.call(fails)
  await bench.call(ok)
}
