import type { Scalar } from '../checks/models/model.ts'
import { monotonicReads } from '../checks/monotonic-reads.ts'
import { readYourWrites } from '../checks/read-your-writes.ts'
import type { SessionVerdict } from '../checks/session.ts'
import type { EndCheck } from '../scenario/definition.ts'
import { registerCallOf } from './register-call-of.ts'

/**
 * A client that has written sees its own write, or a newer one (Terry et al., "Session guarantees
 * for weakly consistent replicated data", 1994). Let every write write another value.
 */
export function readsOwnWrites(
  text = 'a client sees what it wrote itself',
  initial: Scalar = null,
): EndCheck {
  return {
    kind: 'session',
    text,
    check: ({ history }) => problemOf(readYourWrites(history.map(registerCallOf), initial)),
  }
}

/** A client never sees an older value after a newer one (Terry et al. 1994). */
export function readsNeverGoBack(
  text = 'what a client sees never gets older',
  initial: Scalar = null,
): EndCheck {
  return {
    kind: 'session',
    text,
    check: ({ history }) => problemOf(monotonicReads(history.map(registerCallOf), initial)),
  }
}

function problemOf(verdict: SessionVerdict): { text: string } | null {
  return verdict.kind === 'kept' ? null : { text: verdict.text }
}
