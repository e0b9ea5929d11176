import type { NodeId } from '../contract.ts'
import { isInstant } from '../faults/fault.ts'
import type { Fault } from '../faults/fault.ts'
import { describeFault } from './describe-fault.ts'
import type { Trace } from './trace.ts'

/** A fault from its beginning to its end. */
export interface Spell {
  readonly fault: number
  readonly what: Fault
  /** The node that it struck, if it struck one. */
  readonly node: NodeId | undefined
  readonly from: number
  /** Null if it went on when the run ended. */
  readonly to: number | null
}

/** The faults of a trace, as they began. Healing ends all that lasts; what happens at once is over. */
export function spellsOf(trace: Trace): readonly Spell[] {
  const ends = new Map<number, number>()
  for (const event of trace.events) {
    if (event.kind === 'fault-ends') ends.set(event.fault, event.at)
  }
  return trace.events.flatMap((event) => {
    if (event.kind !== 'fault') return []
    const { fault, what, node, at } = event
    const healed = trace.healedAt === null ? null : Math.max(at, trace.healedAt)
    const until = isInstant(what) ? at : healed
    return [{ fault, what, node, from: at, to: ends.get(fault) ?? until }]
  })
}

/** A fault in words; without its time where that stands beside it. */
export function describeSpell({ what, node }: Spell, timeless = false): string {
  return describeFault(what, { node, timeless })
}
