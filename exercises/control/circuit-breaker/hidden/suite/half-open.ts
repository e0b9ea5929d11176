import { holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import { Bench } from './bench.ts'
import { deedsOf, excused, fails, hangs, ok, throws, throwsExcused } from './deeds.ts'
import type { Deed } from './deeds.ts'
import { halfOpenIt, openIt } from './opened.ts'
import type { Options, Subject } from './subject.ts'

const base = {
  failureRate: 0.5,
  minCalls: 2,
  windowMs: 10_005,
  openMs: 1005,
  halfOpenMax: 1,
  successesToClose: 2,
}

const slow: Deed = { kind: 'ok', afterMs: 300 }

/** Half-open, as many calls are let through at a time as may be, and no more. */
export async function triesAFew(subject: Subject): Promise<void> {
  for (const halfOpenMax of [1, 2, 3]) {
    const options = { ...base, halfOpenMax, successesToClose: 9 }
    await crowds(subject, options, [slow])
    await crowds(subject, options, [{ kind: 'excused', afterMs: 300 }])
    await crowds(subject, options, [slow, { kind: 'excused', afterMs: 100 }])
    await callsWithin(subject, options)
  }
  await holdsLater(
    [
      fc.integer({ min: 1, max: 4 }),
      fc.array(
        fc.tuple(
          deedsOf(['ok', 'excused', 'throws-excused'], [10, 50, 300]),
          fc.constantFrom(0, 10, 40, 200),
        ),
        { minLength: 1, maxLength: 12, size: 'max' },
      ),
    ],
    async (halfOpenMax, calls) => {
      const bench = new Bench(subject, { ...base, halfOpenMax, successesToClose: 99 })
      await halfOpenIt(bench)
      for (const [deed, pauseMs] of calls) {
        await bench.call(deed)
        if (pauseMs > 0) await bench.pass(pauseMs)
      }
      await bench.pass(500)
    },
    { factor: 0.5 },
  )
}

/** Many at once, and again as soon as the first of them are over. */
async function crowds(subject: Subject, options: Options, deeds: readonly Deed[]): Promise<void> {
  const bench = new Bench(subject, options)
  await halfOpenIt(bench)
  for (let round = 0; round < 3; round++) {
    for (let times = 0; times < 5; times++) bench.begin(deeds[times % deeds.length] ?? slow)
    await bench.pass(200)
    for (let times = 0; times < 5; times++) bench.begin(deeds[times % deeds.length] ?? slow)
    await bench.pass(150)
  }
}

/** A call that is made by fn itself is one more. */
async function callsWithin(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, options)
  await halfOpenIt(bench)
  bench.begin(slow, { act: () => bench.begin(slow, { act: () => bench.begin(slow) }) })
  await bench.pass(400)
}

/** The first failure opens it again, and for as long as ever. */
export async function opensAgain(subject: Subject): Promise<void> {
  for (const failure of [fails, throws, { kind: 'fails', afterMs: 300 }] as const) {
    for (const waitsMs of [0, 700, 3000]) {
      const bench = new Bench(subject, { ...base, halfOpenMax: 2, successesToClose: 3 })
      await halfOpenIt(bench)
      for (let round = 0; round < 3; round++) {
        await bench.pass(waitsMs)
        await bench.call(ok)
        await bench.call(failure)
        if (failure.kind === 'fails') await bench.pass(failure.afterMs)
        await bench.call(ok)
        await bench.pass(base.openMs - 1)
        await bench.call(ok)
        await bench.pass(1)
      }
    }
  }
}

/** So many successes close it, none of which is of an earlier try, and nothing is in its window. */
export async function closesAfterSuccesses(subject: Subject): Promise<void> {
  for (const successesToClose of [1, 2, 3, 5]) {
    for (const halfOpenMax of [1, 2]) {
      const options = { ...base, minCalls: 3, halfOpenMax, successesToClose }
      await closesInTurn(subject, options)
      await closesTogether(subject, options)
      await closesAfterAnother(subject, options)
    }
  }
}

async function closesInTurn(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, options)
  await halfOpenIt(bench)
  await bench.pass(3000)
  for (let times = 0; times < options.successesToClose; times++) {
    await bench.call(ok)
    await bench.pass(200)
    await bench.call(times % 2 === 0 ? excused : throwsExcused)
  }
  for (const deed of [fails, fails, ok]) await bench.call(deed)
  await bench.pass(options.openMs)
}

/** As many at a time as may be; all at once when it is closed. */
async function closesTogether(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, options)
  await halfOpenIt(bench)
  for (let round = 0; round < options.successesToClose; round++) {
    for (let times = 0; times < options.halfOpenMax; times++) bench.begin(slow)
    await bench.pass(310)
  }
  for (let times = 0; times < 6; times++) bench.begin(slow)
  await bench.pass(310)
}

/** One success less than needed, and a failure: what follows begins at none. */
async function closesAfterAnother(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, options)
  await halfOpenIt(bench)
  for (let times = 1; times < options.successesToClose; times++) await bench.call(ok)
  await bench.call(fails)
  await bench.pass(options.openMs)
  for (let times = 0; times < options.successesToClose; times++) await bench.call(ok)
  await bench.call(fails)
}

/** Whoever has not answered for openMs has failed; and only while half-open. */
export async function givesUpWaiting(subject: Subject): Promise<void> {
  if (base.openMs % 10 === 0) throw new Error('sentinel-circuit-breaker-half-open.ts: it may tie')
  for (const openMs of [1005, 495]) {
    for (const waitsMs of [0, 700, 3000]) await hangsOnce(subject, { ...base, openMs }, waitsMs)
    await wentWellBefore(subject, { ...base, openMs })
    await hangsBeside(subject, { ...base, openMs })
    await hangsWhileClosed(subject, { ...base, openMs })
    await hangsAndCloses(subject, { ...base, openMs })
  }
}

async function hangsOnce(subject: Subject, options: Options, waitsMs: number): Promise<void> {
  const bench = new Bench(subject, options)
  await halfOpenIt(bench)
  await bench.pass(waitsMs)
  await bench.call(hangs)
  await bench.pass(200)
  await bench.call(ok)
  await bench.pass(options.openMs - 201)
  await bench.call(ok)
  await bench.pass(1)
  await bench.call(ok)
  await bench.pass(options.openMs - 1)
  await bench.pass(1)
  for (const deed of [ok, ok, ok]) await bench.call(deed)
}

/** Half-open may last: what is over in time is not overdue later. */
async function wentWellBefore(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, { ...options, halfOpenMax: 2 })
  await halfOpenIt(bench)
  bench.begin({ kind: 'excused', afterMs: 100 })
  bench.begin(slow)
  await bench.pass(3 * options.openMs)
  await bench.call(ok)
}

/** One hangs, and the other slots go on; the late answer is nothing, in any state. */
async function hangsBeside(subject: Subject, options: Options): Promise<void> {
  for (const kind of ['ok', 'fails', 'excused'] as const) {
    for (const lateMs of [100, options.openMs + 105, options.openMs + 405]) {
      const bench = new Bench(subject, { ...options, halfOpenMax: 2, successesToClose: 3 })
      await halfOpenIt(bench)
      await bench.call({ kind, afterMs: options.openMs + lateMs })
      await bench.pass(200)
      await bench.call(ok)
      await bench.pass(2 * options.openMs - 100)
      for (let times = 0; times < 3; times++) bench.begin({ kind: 'ok', afterMs: 100 })
      await bench.pass(200)
      for (let times = 0; times < 3; times++) await bench.call(ok)
      await bench.call(fails)
      await bench.pass(1000)
    }
  }
}

/** However long a call of a closed breaker takes, it is not over before fn is. */
async function hangsWhileClosed(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, { ...options, minCalls: 1 })
  bench.begin(hangs)
  bench.begin({ kind: 'ok', afterMs: 3 * options.openMs })
  bench.begin(hangs)
  await bench.pass(4 * options.openMs)
  await bench.call(ok)
  await bench.call({ kind: 'fails', afterMs: 2 * options.openMs })
  await bench.pass(3 * options.openMs)
}

/** It closes while one still hangs: that one is nobody's business any more. */
async function hangsAndCloses(subject: Subject, options: Options): Promise<void> {
  const bench = new Bench(subject, { ...options, halfOpenMax: 2 })
  await halfOpenIt(bench)
  await bench.call(hangs)
  await bench.pass(300)
  await bench.call(ok)
  await bench.call(ok)
  await bench.pass(2 * options.openMs)
  await bench.call(ok)
  await openIt(bench)
}
