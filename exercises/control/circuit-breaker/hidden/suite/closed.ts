import { holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import { Bench } from './bench.ts'
import { deedsOf, excused, fails, ok, throws, throwsExcused } from './deeds.ts'
import type { Deed } from './deeds.ts'
import type { Options, Subject } from './subject.ts'

const CALLS_MAX = 12

/** No call ends when it leaves: every time here is a multiple of ten. */
const WINDOW_MS = 1005

const base = {
  windowMs: WINDOW_MS,
  openMs: 5005,
  halfOpenMax: 1,
  successesToClose: 1,
}

const limits = fc
  .tuple(fc.constantFrom(0.5, 0.25, 0.75, 1), fc.integer({ min: 1, max: 6 }))
  .map(([failureRate, minCalls]): Options => ({ ...base, failureRate, minCalls }))

/** It opens with the very call with which enough of enough calls have failed, and with no other. */
export async function opensWhenDue(subject: Subject): Promise<void> {
  const half = { ...base, failureRate: 0.5, minCalls: 4 }
  await playInWindow(subject, half, [fails, fails, fails, ok])
  await playInWindow(subject, half, [ok, fails, ok, fails])
  await playInWindow(subject, half, [ok, ok, ok, ok, fails, fails, fails, fails])
  await playInWindow(subject, { ...half, failureRate: 1 }, [fails, fails, fails, ok, fails, fails])
  await holdsLater(
    [limits, fc.array(fc.constantFrom(ok, fails), { maxLength: CALLS_MAX, size: 'max' })],
    (options, deeds) => playInWindow(subject, options, deeds),
    { factor: 0.6 },
  )
}

/** What is excused does not count, neither as a failure nor as a call; what is thrown at once does. */
export async function countsNoExcuses(subject: Subject): Promise<void> {
  const half = { ...base, failureRate: 0.5, minCalls: 3 }
  await playInWindow(subject, half, [excused, excused, excused, excused])
  await playInWindow(subject, half, [fails, fails, excused, fails])
  await playInWindow(subject, half, [throws, throws, throws])
  await playInWindow(subject, half, [ok, ok, throwsExcused, fails, fails])
  for (const value of [undefined, null, 0, '', 'no', { status: 503 }]) {
    const bench = new Bench(subject, { ...half, minCalls: 1 })
    await bench.call(fails, { value })
  }
  const deed = deedsOf(['ok', 'fails', 'excused', 'throws', 'throws-excused'], [0])
  await holdsLater(
    [limits, fc.array(fc.tuple(deed, fc.boolean()), { maxLength: CALLS_MAX, size: 'max' })],
    async (options, calls) => {
      const bench = new Bench(subject, options)
      for (const [one, isStrict] of calls) {
        await bench.call(one, { isStrict })
        if (isOver(bench)) return
      }
    },
    { factor: 0.6 },
  )
}

/** All of it at one time: nothing leaves the window. */
async function playInWindow(
  subject: Subject,
  options: Options,
  deeds: readonly Deed[],
): Promise<void> {
  const bench = new Bench(subject, options)
  bench.look()
  for (const deed of deeds) {
    await bench.call(deed)
    if (isOver(bench)) return
  }
}

interface Timed {
  readonly deed: Deed
  readonly pauseMs: number
}

const timed: fc.Arbitrary<Timed> = fc.record({
  deed: deedsOf(['ok', 'fails'], [0, 10, 300, 700, 1500]),
  pauseMs: fc.constantFrom(0, 10, 200, 400, 500, 700, 1000, 1100),
})

/** A call is in the window from its end on, for so long, and not a moment longer. */
export async function windowSlides(subject: Subject): Promise<void> {
  const options = { ...base, failureRate: 0.5, minCalls: 4 }
  // A burst that any fixed border of whole seconds would cut in two.
  for (const startMs of [0, 50_000]) {
    for (const beforeMs of [700, 1700, 2300]) {
      const bench = new Bench(subject, options, { startMs })
      await bench.call(ok)
      await bench.pass(beforeMs)
      await bench.call(fails)
      await bench.call(fails)
      await bench.pass(600)
      await bench.call(fails)
      await bench.call(fails)
    }
  }
  // Old failures are gone, and so are old successes.
  await playTimed(subject, options, 0, [
    ...later(fails, 3, 0),
    ...later(ok, 1, 1100),
    ...later(fails, 1, 0),
  ])
  await playTimed(subject, options, 0, [
    ...later(ok, 9, 0),
    ...later(ok, 1, 1100),
    ...later(fails, 5, 0),
  ])
  await holdsLater(
    [limits, fc.constantFrom(0, 50_000), fc.array(timed, { maxLength: CALLS_MAX, size: 'max' })],
    (drawn, startMs, calls) => playTimed(subject, drawn, startMs, calls),
  )
}

/** So many calls, the first one after a pause. */
function later(deed: Deed, times: number, pauseMs: number): Timed[] {
  if (times < 1) throw new Error('sentinel-circuit-breaker-closed.ts: no calls')
  return Array.from({ length: times }, (_, index) => ({ deed, pauseMs: index === 0 ? pauseMs : 0 }))
}

async function playTimed(
  subject: Subject,
  options: Options,
  startMs: number,
  calls: readonly Timed[],
): Promise<void> {
  const bench = new Bench(subject, options, { startMs })
  for (const { deed, pauseMs } of calls) {
    await bench.pass(pauseMs)
    if (isOver(bench)) return
    await bench.call(deed)
  }
  await bench.pass(2000)
}

/** Once it is open, the story is another promise's. */
function isOver(bench: Bench): boolean {
  return bench.model.changes.length > 0
}
