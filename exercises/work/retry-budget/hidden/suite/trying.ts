import { counted, holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import {
  auditAborts,
  auditDeadlines,
  auditEnd,
  auditGoesOn,
  auditOneByOne,
  auditPrompt,
  auditRepeats,
} from './audits.ts'
import type { Audit } from './audits.ts'
import { Bench } from './bench.ts'
import { isSame } from './called.ts'
import type { Called } from './called.ts'
import type { Subject } from './checks.ts'
import { durationOf, endingText } from './endings.ts'
import type { Ending } from './endings.ts'
import { ample, LONG_MS, playStory, some, stories } from './stories.ts'
import type { Story } from './stories.ts'

const anything = ['answers', 'fails', 'rejects', 'throws', 'unsent', 'hangs', 'late'] as const

/** Deadlines that come before, within and after the attempts. */
const tight = [40, 250, 350, 650, 1500]

/** `authors/thresholds.json` has how many go on with correct and with wrong solutions. */
export const HASTY = { calls: 60, waitedMax: 20 } as const

const answers = [200, 204, 304, 400, 401, 404, 408, 409, 425, 429, 499]
const failures = [500, 501, 502, 503, 504, 505, 529, 599]

/** An answer ends its call, and only what may reach the server twice is tried again. */
export async function repeatsWhatItMay(subject: Subject): Promise<void> {
  await playStatuses(subject, answers, auditRepeats)
  await holdsLater([stories(anything, { isMixed: true })], audited(subject, auditRepeats), some)
}

/** Whatever may be tried again is, while attempts are left. */
export async function goesOn(subject: Subject): Promise<void> {
  await playStatuses(subject, failures, auditGoesOn)
  await holdsLater([stories(anything, { isMixed: true })], audited(subject, auditGoesOn), some)
}

/** Attempts of a call are counted, follow each other, and are no more than may be. */
export function oneAfterTheOther(subject: Subject): Promise<void> {
  const all = stories(anything, { forMs: [LONG_MS, ...tight] })
  return holdsLater([all], audited(subject, auditOneByOne), some)
}

/** Whoever has timed out is aborted, and what it brings later is nothing. */
export async function timesOut(subject: Subject): Promise<void> {
  const all = stories(['late', 'hangs', 'fails', 'answers'], { forMs: [LONG_MS, ...tight] })
  await holdsLater([all], audited(subject, auditAborts), some)
  await holdsLater([stories(['late', 'fails', 'answers'])], audited(subject, lateIsNothing), some)
}

/** No call ends at the moment in which an attempt brings something that had timed out before. */
const lateIsNothing: Audit = ({ tries, end, ...called }, bench) => {
  const last = tries.at(-1)
  if (end === undefined || last === undefined || isSame(end.at, last.endsAt)) return
  const late = tries.find(({ isTimedOut, at, ending }) => {
    return isTimedOut && isSame(end.at, at + durationOf(ending))
  })
  if (late === undefined) return
  const what = `${endingText(late.ending)} of attempt ${late.nth}, which had timed out`
  bench.broken(`The call ended with the ${what}.`, { tries, end, ...called })
}

/** No attempt begins at the deadline or later, and each knows how long it has. */
export async function keepsDeadline(subject: Subject): Promise<void> {
  const bench = new Bench(subject, ample)
  const fails: Ending = { kind: 'answers', status: 503, retryAfterMs: 1000, afterMs: 10 }
  // The wait would end at the deadline, a little before, and a little after it.
  for (const forMs of [0, -1, 1010, 1009, 1011]) {
    const called = bench.call({ endings: [fails], forMs, idempotent: true })
    await bench.finish()
    // Here all times are whole, and nothing is rounded.
    const late = called.tries.find(({ at }) => at >= called.deadline)
    if (late !== undefined) bench.broken(`Attempt ${late.nth} began at the deadline.`, called)
    auditDeadlines(called, bench)
  }
  await holdsLater(
    [stories(['fails', 'rejects', 'hangs', 'late'], { forMs: [...tight, LONG_MS] })],
    audited(subject, auditDeadlines),
    some,
  )
}

/** A call ends as its last attempt ended. */
export async function endsAsTheLast(subject: Subject): Promise<void> {
  const bench = new Bench(subject, ample)
  const called = bench.call({ endings: [{ kind: 'hangs' }], forMs: 0, idempotent: true })
  await bench.finish()
  auditEnd(called, bench)
  const all = stories(anything, { forMs: [LONG_MS, ...tight], isMixed: true })
  await holdsLater([all], audited(subject, auditEnd), some)
}

/** Who cannot go on ends at once. */
export async function endsAtOnce(subject: Subject): Promise<void> {
  const asked: Ending = { kind: 'answers', status: 503, retryAfterMs: 5000, afterMs: 10 }
  for (const budgetBurst of [0, 10]) {
    const bench = new Bench(subject, { ...ample, budgetBurst })
    for (const forMs of [0, 4000, 5010, LONG_MS]) {
      const called = bench.call({ endings: [asked], forMs, idempotent: true })
      await bench.finish()
      auditPrompt(called, bench)
    }
  }
  await giveUpEarly(subject)
  const all = stories(anything, { forMs: [LONG_MS, ...tight], isMixed: true })
  await holdsLater([all], audited(subject, auditPrompt), some)
}

/** Of those whose waits hardly fit before the deadline, hardly anybody goes on. */
async function giveUpEarly(subject: Subject): Promise<void> {
  const { seed = 0 } = fc.readConfigureGlobal()
  const { bench, waited } = await hastyCalls(subject, seed)
  const [one] = waited
  if (one === undefined || waited.length <= HASTY.waitedMax) return
  const many = `Of ${HASTY.calls} calls that had 40 ms left, and waits up to 800 ms,`
  bench.broken(`${many} ${waited.length} were tried again.`, one)
}

/** Calls of which one in twenty draws a wait that is short enough. */
export async function hastyCalls(
  subject: Subject,
  seed: number,
): Promise<{ bench: Bench; waited: Called[] }> {
  const bench = new Bench(subject, { ...ample, baseMs: 800, capMs: 800 }, { seed })
  const fails: Ending = { kind: 'answers', status: 503, afterMs: 10 }
  const calls = Array.from({ length: HASTY.calls }, () => {
    return bench.call({ endings: [fails], forMs: 50, idempotent: true })
  })
  await bench.finish()
  return { bench, waited: calls.filter(({ tries }) => tries.length > 1) }
}

/** A call that has ended leaves no timer behind. */
export function leavesNoTimer(subject: Subject): Promise<void> {
  const all = stories(anything, { forMs: [LONG_MS, ...tight], isMixed: true })
  const play = (story: Story): Promise<Bench> => playStory(subject, story, { look: auditTimers })
  return holdsLater([all], async (story) => void (await play(story)), some)
}

function auditTimers(bench: Bench): void {
  const { calls, time } = bench
  if (time.timers < 0) throw new Error('sentinel-retry-budget-trying.ts: fewer than no timers')
  const last = calls.at(-1)
  if (time.timers === 0 || last === undefined || calls.some(({ end }) => end === undefined)) return
  const left = counted(time.timers, 'timer')
  bench.broken(`Every call has ended, and left ${left} on the clock.`, last)
}

/** One call for each status, which also asks to be left alone for a while. */
async function playStatuses(
  subject: Subject,
  statuses: readonly number[],
  audit: Audit,
): Promise<void> {
  for (const status of statuses) {
    const bench = new Bench(subject, ample)
    for (const asks of [{}, { retryAfterMs: 120 }]) {
      const ending: Ending = { kind: 'answers', status, ...asks, afterMs: 10 }
      const called = bench.call({ endings: [ending], forMs: LONG_MS, idempotent: true })
      await bench.finish()
      audit(called, bench)
    }
  }
}

function audited(subject: Subject, audit: Audit): (story: Story) => Promise<void> {
  return async (story) => {
    const bench = await playStory(subject, story)
    for (const called of bench.calls) audit(called, bench)
  }
}
