import type { Host } from './host.ts'
import type { Link } from './link.ts'

/** A message on its way. */
export interface Delivery<M> {
  readonly kind: 'deliver'
  readonly link: Link<M>
  readonly msg: M
  /** Number of the message in its run. */
  readonly message: number
}

/** A named timer of a node. */
interface Timer {
  readonly kind: 'timer'
  readonly name: string
  /** Timers of an earlier life of the node never fire. */
  readonly life: number
}

/** Something that the world itself does: a fault, a call of a client, a callback of a clock. */
interface Act {
  readonly kind: 'act'
  readonly run: () => void
  /** Undefined where the act is not a node's, or outlives its node. */
  readonly life: number | undefined
}

export type Happening<M> = Delivery<M> | Timer | Act

/** One entry of the queue. Times are whole microseconds: sums of them are exact. */
export interface SimEvent<M> {
  at: number
  tie: number
  number: number
  /** Whose turn it is; undefined for what the world does. */
  readonly host: Host<M> | undefined
  readonly what: Happening<M>
  /** Cleared and replaced timers stay in the queue and are skipped. */
  isOff: boolean
}

/** An event in words: `timer "election"`, `a message from b`; undefined for what the world does. */
export function duringOf<M>(event: SimEvent<M> | undefined): string | undefined {
  if (event === undefined) return 'start'
  const { what, host } = event
  switch (what.kind) {
    case 'deliver':
      return `a message from ${what.link.from.id}`
    case 'timer':
      return `timer ${JSON.stringify(what.name)}`
    case 'act':
      return host === undefined ? undefined : 'a call or a timer'
  }
}
