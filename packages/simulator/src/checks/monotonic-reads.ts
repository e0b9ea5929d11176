import { endOf } from '../history/end-of.ts'
import { timeText } from '../trace/time-text.ts'
import type { Scalar } from './models/model.ts'
import { describeRead, describeUnwrittenRead, sessionsByKey } from './session.ts'
import type { SessionVerdict } from './session.ts'
import { describeOrigin, isAnsweredRead, isOlder, versionRead, versionsOf } from './versions.ts'
import type { RegisterCall, Version } from './versions.ts'

/** What a client read, and when first. */
interface Sight {
  readonly version: Version
  readonly call: RegisterCall
}

/**
 * Whether no client reads an older value after a newer one. What is older is told by time, and by
 * the client itself: a value that it saw replaced must not come back. A read of a value that
 * nobody wrote breaks the guarantee.
 *
 * Throws if a value of a key was written twice, or is `initial` (default null).
 *
 * Source: Terry et al., Session Guarantees for Weakly Consistent Replicated Data, PDIS 1994.
 */
export function monotonicReads(
  history: readonly RegisterCall[],
  initial: Scalar = null,
): SessionVerdict {
  for (const { calls, sessions } of sessionsByKey(history)) {
    const versions = versionsOf(calls, initial)
    for (const session of sessions) {
      const verdict = checkSession(session, versions)
      if (verdict.kind === 'broken') return verdict
    }
  }
  return { kind: 'kept' }
}

function checkSession(
  session: readonly RegisterCall[],
  versions: ReadonlyMap<Scalar, Version>,
): SessionVerdict {
  const replaced = new Set<Scalar>()
  let last: Sight | undefined
  /** Of those seen, the one whose write began last: whatever is older than any is older than it. */
  let newest: Sight | undefined
  for (const call of session) {
    if (!isAnsweredRead(call)) continue
    const version = versionRead(call, versions)
    if (version === undefined) {
      return { kind: 'broken', operations: [call], text: describeUnwrittenRead(call) }
    }
    if (last !== undefined && replaced.has(version.value)) {
      return breakOf(last, call, `it had read ${JSON.stringify(version.value)} even before that`)
    }
    if (newest !== undefined && isOlder(version, newest.version)) {
      const age = `${JSON.stringify(version.value)} is older: ${describeOrigin(version)}`
      return breakOf(newest, call, age)
    }
    const sight = { version, call }
    if (last !== undefined && last.version.value !== version.value) replaced.add(last.version.value)
    if (last?.version.value !== version.value) last = sight
    if (newest === undefined || writtenFrom(version) > writtenFrom(newest.version)) newest = sight
  }
  return { kind: 'kept' }
}

function writtenFrom({ write }: Version): number {
  return write?.invokedAt ?? -Infinity
}

function breakOf(newer: Sight, read: RegisterCall, why: string): SessionVerdict {
  const value = JSON.stringify(newer.version.value)
  const before = `after it had read ${value} at ${timeText(endOf(newer.call))}`
  const text = `${describeRead(read)}, ${before}, and ${why}.`
  return { kind: 'broken', operations: [newer.call, read], text }
}
