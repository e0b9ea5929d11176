import type { Operation } from './operation.ts'

/**
 * Until when a call may take effect, in milliseconds of virtual time: the moment of its answer, or
 * Infinity for a call without one. A timed-out write may come through at any later time; taking
 * its timeout for its end is the classic mistake of such checkers.
 */
export function endOf({ outcome, returnedAt }: Operation): number {
  return outcome === 'ok' && returnedAt !== null ? returnedAt : Infinity
}
