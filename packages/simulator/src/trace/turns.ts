import type { TraceEvent } from './trace.ts'

/** What becomes of a node, in words; every window says it the same way. */
export const TURNS = {
  crash: 'crashes',
  restart: 'starts again',
  pause: 'stands still',
  resume: 'goes on',
} as const

/** A fault and what it does to its node right then are one event for the reader. */
export function isSaidByFault(event: TraceEvent, before: TraceEvent | undefined): boolean {
  if (event.kind !== 'crash' && event.kind !== 'pause') return false
  if (before?.kind !== 'fault' || before.at !== event.at) return false
  const { what, node } = before
  return node === event.node || ('node' in what && what.node === event.node)
}

/** That a node is back is said already where its fault tells how long it lasts. */
export function isSaidByDuration(event: TraceEvent, next: TraceEvent | undefined): boolean {
  if (event.kind !== 'restart' && event.kind !== 'resume') return false
  return next?.kind === 'fault-ends' && next.at === event.at
}
