import type { NodeId } from '../contract.ts'

/** A node by its name, or by what it did: the one that emitted this event last. */
export type Target = NodeId | { readonly last: string }

interface Timed {
  /** Virtual time at which it begins, in milliseconds. */
  readonly at: number
}

/** One message, told by its link: the same one whatever else becomes of the world before it. */
interface OfMessage {
  readonly from: NodeId
  readonly to: NodeId
  /** Which of the messages that `from` sends `to`, counted from 1. */
  readonly nth: number
  /** The second one of a message that comes twice. */
  readonly copy?: true
  /** How long after its sending this happens to it, in milliseconds; nothing if it is over then. */
  readonly afterMs: number
}

interface Lasting extends Timed {
  /** How long it lasts, in milliseconds; it ends by itself, or when the world is healed. */
  readonly for: number
}

/** What a crash does to writes that were not synced. */
export type DiskLoss =
  /** All of them are lost. */
  | 'unsynced'
  /** The last of them is torn, so that its key reads as undefined; the ones before it survive. */
  | 'torn'

export type Fault =
  /** The node forgets all but its disk, and starts anew when the fault ends. */
  | (Lasting & { readonly kind: 'crash'; readonly node: Target; readonly disk?: DiskLoss })
  /** The node stands still, as in a long garbage collection: messages and timers come late. */
  | (Lasting & { readonly kind: 'pause'; readonly node: Target })
  /** Nothing passes between servers of different groups; a server in no group is alone. */
  | (Lasting & { readonly kind: 'partition'; readonly groups: readonly (readonly NodeId[])[] })
  /** Nothing passes between the node and the other servers; clients still reach it. */
  | (Lasting & { readonly kind: 'isolate'; readonly node: Target })
  /** Nothing passes from one node to another, which may be clients; the way back is open. */
  | (Lasting & { readonly kind: 'cut'; readonly from: Target; readonly to: Target })
  /** Each server hears only its two neighbours in the order of the world. */
  | (Lasting & { readonly kind: 'ring' })
  /**
   * The links of these nodes stop one after the other and come back in another order; messages on
   * a stopped link wait. FoundationDB calls it swizzle-clogging.
   */
  | (Lasting & { readonly kind: 'swizzle'; readonly nodes: readonly NodeId[] })
  /** All messages to and from the node take this much longer, in milliseconds. */
  | (Lasting & { readonly kind: 'slow'; readonly node: Target; readonly extraMs: number })
  /** The share of messages that are lost, 0 to 1, instead of the profile's. */
  | (Lasting & { readonly kind: 'loss'; readonly share: number })
  /** The share of messages that arrive twice, 0 to 1, instead of the profile's. */
  | (Lasting & { readonly kind: 'duplicate'; readonly share: number })
  /** The node's clock jumps ahead (or back, below 0) by this much. It does not jump back. */
  | (Timed & { readonly kind: 'clock-jump'; readonly node: Target; readonly byMs: number })
  /** The node's clock and timers run at this rate; 1 is right, 2 twice as fast. */
  | (Lasting & { readonly kind: 'clock-rate'; readonly node: Target; readonly rate: number })
  /** Writing to the node's disk throws `DiskFull`. */
  | (Lasting & { readonly kind: 'disk-full'; readonly node: Target })
  /** This message gets lost on its way. */
  | (OfMessage & { readonly kind: 'lose-message' })
  /** This message arrives so much later than it would have, in milliseconds. */
  | (OfMessage & { readonly kind: 'delay-message'; readonly byMs: number })
  /**
   * Strikes at something that a node does instead of at a time: the nth time (from 1) that the
   * scenario's rule of this name matches on that node, this happens to it right there.
   */
  | {
      readonly kind: 'strike'
      readonly act: 'crash' | 'pause' | 'isolate'
      readonly rule: string
      readonly node: NodeId
      readonly nth: number
      readonly for: number
    }

export type FaultKind = Fault['kind']

/** Faults that strike one message, whenever it is sent. */
export type MessageFault = Extract<Fault, { kind: 'lose-message' | 'delay-message' }>

/** Whether a fault is over as soon as it has happened: there is nothing that could end later. */
export function isInstant({ kind }: { readonly kind: FaultKind }): boolean {
  return kind === 'clock-jump' || kind === 'lose-message' || kind === 'delay-message'
}
