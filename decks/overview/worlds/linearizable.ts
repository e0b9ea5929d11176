import type { Operation } from './register.ts'

/**
 * Whether a history with one writer, whose versions count up, is linearizable. For such a register
 * it is enough that no operation returns an older version than one that had ended before it
 * began, and that no read returns a version before its write was called.
 */
export function isLinearizable(history: readonly Operation[]): boolean {
  return history.every((later) => {
    const isFromTheFuture =
      later.kind === 'read' &&
      history.some(
        ({ kind, version, calledMs }) =>
          kind === 'write' && version === later.version && calledMs > later.answeredMs,
      )
    const runsBackwards = history.some(
      (earlier) => earlier.answeredMs < later.calledMs && earlier.version > later.version,
    )
    return !isFromTheFuture && !runsBackwards
  })
}
