import type { Fault } from '@five-pillars/simulator'

import type { Change, Which } from './change.ts'

/**
 * The faults that do again what was done by hand: those of each change, in the order of the list.
 *
 * @param healAtMs when the world is healed: a link that nobody mends is cut until then
 */
export function faultsOf(changes: readonly Change[], healAtMs: number): Fault[][] {
  return changes.map((change) => {
    switch (change.kind) {
      case 'cut':
        return bothWays(change, Math.min(healAtMs, mendedAt(change, changes)) - change.at)
      case 'mend':
        return []
      case 'lose':
        return [{ kind: 'lose-message', ...fields(change.message, change.at) }]
      case 'delay': {
        const { message, at, byMs } = change
        return [{ kind: 'delay-message', ...fields(message, at), byMs }]
      }
    }
  })
}

type Cut = Extract<Change, { readonly kind: 'cut' | 'mend' }>

function bothWays({ a, b, at }: Cut, forMs: number): Fault[] {
  if (forMs <= 0) return []
  const span = { at, for: exact(forMs) }
  return [
    { kind: 'cut', ...span, from: a, to: b },
    { kind: 'cut', ...span, from: b, to: a },
  ]
}

function mendedAt({ a, b, at }: Cut, changes: readonly Change[]): number {
  const later = changes.flatMap((each) =>
    each.kind === 'mend' && each.a === a && each.b === b && each.at > at ? [each.at] : [],
  )
  return Math.min(...later)
}

type MessageFields = Omit<Extract<Fault, { readonly kind: 'lose-message' }>, 'kind'>

function fields({ from, to, nth, isCopy, sentAt }: Which, at: number): MessageFields {
  const which = { from, to, nth, afterMs: Math.max(0, exact(at - sentAt)) }
  return isCopy ? { ...which, copy: true } : which
}

/** A difference of two times in whole microseconds, which the simulator counts in. */
function exact(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
