import { endOf } from '../history/end-of.ts'
import { timeText } from '../trace/time-text.ts'
import type { Scalar } from './models/model.ts'
import { describeRead, describeUnwrittenRead, sessionsByKey } from './session.ts'
import type { SessionVerdict } from './session.ts'
import { describeOrigin, isAnsweredRead, isOlder, versionRead, versionsOf } from './versions.ts'
import type { RegisterCall, Version } from './versions.ts'

/**
 * Whether each client reads what it wrote itself, or something that is not older. Only writes with
 * an answer count; what is older is told by time alone, so a store that orders overlapping writes
 * in its own way keeps the guarantee. A read of a value that nobody wrote breaks it.
 *
 * Throws if a value of a key was written twice, or is `initial` (default null).
 *
 * Source: Terry et al., Session Guarantees for Weakly Consistent Replicated Data, PDIS 1994.
 */
export function readYourWrites(
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
  let own: Version | undefined
  for (const call of session) {
    if (call.input.kind === 'write') {
      if (endOf(call) < Infinity) own = versions.get(call.input.value)
      continue
    }
    if (!isAnsweredRead(call)) continue
    const version = versionRead(call, versions)
    if (version === undefined) {
      return { kind: 'broken', operations: [call], text: describeUnwrittenRead(call) }
    }
    if (own?.write !== undefined && isOlder(version, own)) {
      const text = describeBreak(call, version, own.value, own.write)
      return { kind: 'broken', operations: [own.write, call], text }
    }
  }
  return { kind: 'kept' }
}

function describeBreak(
  read: RegisterCall,
  version: Version,
  value: Scalar,
  write: RegisterCall,
): string {
  const own = `although it had itself written ${JSON.stringify(value)} by ${timeText(endOf(write))}`
  return `${describeRead(read)}, ${own}. ${JSON.stringify(version.value)} is older: ${describeOrigin(version)}.`
}
