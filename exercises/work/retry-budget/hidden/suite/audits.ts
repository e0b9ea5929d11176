import { counted, thrownText } from '@five-pillars/suite'

import type { Bench, Policy } from './bench.ts'
import { longestWait, mayRepeat, SAME_MS } from './called.ts'
import type { Called, Try } from './called.ts'
import { AttemptError } from './endings.ts'
import { clockText, kindOf } from './words.ts'

/** Holds one call against one promise. */
export type Audit = (called: Called, bench: Bench) => void

/** Nothing is tried again that has been answered, or may have reached the server and must not twice. */
export function auditRepeats(called: Called, bench: Bench): void {
  for (const one of called.tries.slice(0, -1)) {
    const { outcome, nth, isTimedOut } = one
    if (!outcome.isFailure)
      bench.broken(`Attempt ${nth} brought an answer, and was made again.`, called)
    if (called.idempotent || outcome.isUnsent) continue
    const what = isTimedOut ? 'timed out' : 'may have reached the server'
    bench.broken(`Attempt ${nth} ${what}, the call is not idempotent, and was made again.`, called)
  }
}

/** Attempts of a call follow each other, and are no more than may be. */
export function auditOneByOne(called: Called, bench: Bench): void {
  const { maxAttempts } = bench.policy
  if (called.tries.length > maxAttempts) {
    bench.broken(
      `There were ${called.tries.length} attempts, and maxAttempts is ${maxAttempts}.`,
      called,
    )
  }
  for (const { nth, at, given } of called.tries) {
    if (given.n !== nth)
      bench.broken(`Attempt ${nth} was told that it is number ${text(given.n)}.`, called)
    const before = called.tries[nth - 2]
    if (before === undefined || at >= before.endsAt - SAME_MS) continue
    bench.broken(`Attempt ${nth} began while attempt ${nth - 1} was under way.`, called)
  }
}

/** Who is not waited for any more is told so at that moment, and nobody else before it has ended. */
export function auditAborts(called: Called, bench: Bench): void {
  for (const { nth, abort, given, isTimedOut, endsAt } of called.tries) {
    if (abort === undefined)
      return bench.broken(`Attempt ${nth} got no signal of createAbort.`, called)
    if (given.isAborted)
      bench.broken(`The signal of attempt ${nth} was aborted before it began.`, called)
    if (abort.at !== undefined && abort.at < endsAt - SAME_MS) {
      bench.broken(`Attempt ${nth} was aborted at ${clockText(abort.at)}, too early.`, called)
    }
    if (!isTimedOut || bench.time.now < endsAt) continue
    if (abort.at === undefined)
      bench.broken(`Attempt ${nth} timed out, and was not aborted.`, called)
    else if (abort.at > endsAt + SAME_MS) {
      bench.broken(
        `Attempt ${nth} timed out, and was aborted only at ${clockText(abort.at)}.`,
        called,
      )
    }
  }
}

/** Nobody begins at the deadline or after it, and each attempt knows how long it has. */
export function auditDeadlines(called: Called, bench: Bench): void {
  for (const { nth, at, given, untilMs } of called.tries) {
    // A wait is rounded to the microsecond.
    if (at >= called.deadline + SAME_MS || called.at >= called.deadline) {
      bench.broken(`Attempt ${nth} began at ${clockText(at)}: the deadline is past.`, called)
    }
    const { deadline } = given
    if (typeof deadline === 'number' && Math.abs(deadline - untilMs) < SAME_MS) continue
    const wanted = `it is waited for until ${clockText(untilMs)}`
    bench.broken(`Attempt ${nth} got the deadline ${kindOf(deadline)}: ${wanted}.`, called)
  }
}

/** A call ends as its last attempt ended. */
export function auditEnd(called: Called, bench: Bench): void {
  const { end, tries } = called
  const last = tries.at(-1)
  if (end === undefined) return
  const { isFulfilled, what } = wantedEnd(last)
  const isSame = what === 'TimeoutError' ? /^TimeoutError\b/.test(end.what) : end.what === what
  if (isSame && end.isFulfilled === isFulfilled) return
  const as = last === undefined ? 'it had no time' : `as attempt ${last.nth} ended`
  const got = `The call was ${howEnded(end.isFulfilled)} ${end.what}`
  bench.broken(`${got}, and must be ${howEnded(isFulfilled)} ${what}: ${as}.`, called)
}

function howEnded(isFulfilled: boolean): string {
  return isFulfilled ? 'fulfilled with' : 'rejected with'
}

function wantedEnd(last: Try | undefined): { isFulfilled: boolean; what: string } {
  if (last === undefined || last.isTimedOut) return { isFulfilled: false, what: 'TimeoutError' }
  const { ending, nth } = last
  if (ending.kind === 'answers') return { isFulfilled: true, what: String(ending.status) }
  if (ending.kind === 'hangs') throw new Error('sentinel-retry-budget-audits.ts: it has timed out')
  return { isFulfilled: false, what: thrownText(new AttemptError(nth, ending.isSent)) }
}

/** The first attempt begins with its call, and whoever cannot go on says so at once. */
export function auditPrompt(called: Called, bench: Bench): void {
  const { tries, end, at, deadline } = called
  const [first] = tries
  if (first === undefined && at < deadline) bench.broken('The call made no attempt.', called)
  if (first !== undefined && first.at > at + SAME_MS) {
    bench.broken(`The first attempt began ${clockText(first.at - at)} after its call.`, called)
  }
  const endedAt = tries.at(-1)?.endsAt ?? at
  const isOver = end !== undefined && end.at <= endedAt + SAME_MS
  if (isOver || bench.time.now <= endedAt + SAME_MS) return
  const when = end === undefined ? 'had not ended' : `ended at ${clockText(end.at)}`
  const why = `attempt ${tries.length} was its last, and over at ${clockText(endedAt)}`
  bench.broken(`The call ${when}: ${tries.length === 0 ? 'it had no time' : why}.`, called)
}

/** The next attempt comes in time. */
export function auditWaits(called: Called, bench: Bench): void {
  for (const { nth, at } of called.tries.slice(1)) {
    const before = called.tries[nth - 2]
    if (before === undefined) continue
    const { retryAfterMs } = before.outcome
    const longest = longestWait(nth - 1, bench.policy) + retryAfterMs
    const waitMs = at - before.endsAt
    if (waitMs < retryAfterMs - SAME_MS) {
      const asked = `and was asked for ${clockText(retryAfterMs)}`
      bench.broken(`Attempt ${nth} came after a wait of ${clockText(waitMs)}, ${asked}.`, called)
    }
    if (waitMs <= longest + SAME_MS) continue
    const most = `at most ${clockText(longest)}`
    bench.broken(`Attempt ${nth} came after a wait of ${clockText(waitMs)}: it is ${most}.`, called)
  }
}

/** Nobody gives up who may go on and has surely time enough, where everybody can pay. */
export function auditGoesOn(called: Called, bench: Bench): void {
  const last = called.tries.at(-1)
  if (last === undefined || called.end === undefined) return
  const { policy } = bench
  if (!mayRepeat(called, last, policy) || !hasSurelyTime(called, last, policy)) return
  const left = counted(policy.maxAttempts - last.nth, 'attempt')
  bench.broken(`The call gave up: it had ${left} left, and time, and tokens.`, called)
}

/** Whatever wait is drawn after an attempt, the next one begins before the deadline. */
export function hasSurelyTime(
  called: Called,
  { nth, endsAt, outcome }: Try,
  policy: Policy,
): boolean {
  return endsAt + longestWait(nth, policy) + outcome.retryAfterMs < called.deadline - SAME_MS
}

function text(value: unknown): string {
  return typeof value === 'number' ? String(value) : kindOf(value)
}
