import type { NodeId } from '../contract.ts'
import type { Fault } from '../faults/fault.ts'
import type { OutcomeKind } from '../history/operation.ts'

/**
 * A run as plain JSON: what every window (story, diagram, player, console) shows. Times are
 * milliseconds of virtual time, exact to the microsecond, and never decrease from event to event.
 */
export interface Trace {
  readonly version: 1
  /** Name of the scenario, such as `raft-election`. */
  readonly world: string
  /** Version of the kit that made it: another version may make another run of the same seed. */
  readonly kit: string
  readonly seed: number
  readonly nodes: readonly TraceNode[]
  readonly endMs: number
  /** When the world was healed; null if the run did not get so far. */
  readonly healedAt: number | null
  readonly events: readonly TraceEvent[]
  /** What was found broken, in the order in which it was found. */
  readonly findings: readonly TraceFinding[]
  /** Hash of everything that happened: equal hashes, equal runs. */
  readonly hash: string
  /** How a window shows emitted events. */
  readonly show: TraceShow
}

export interface TraceNode {
  readonly id: NodeId
  readonly role: 'server' | 'client'
}

export interface TraceShow {
  /** The emitted event that makes a node the leader, drawn with a double ring. */
  readonly leader?: string
  /** The emitted event that ends that; without one, hearing from a newer leader does. */
  readonly follower?: string
  /** Emitted events whose data is a number, drawn as a queue that grows and shrinks. */
  readonly gauges?: readonly string[]
}

/** Why a message did not arrive. */
export type LossReason =
  /** The network lost it. */
  | 'lost'
  /** The link was cut when it should have arrived. */
  | 'cut'
  /** The receiver was down when it should have arrived. */
  | 'down'

interface At {
  readonly at: number
}

export type TraceEvent =
  /** `message` numbers the messages of a run from 0. A duplicate is a message of its own. */
  | (At & {
      readonly kind: 'send'
      readonly message: number
      readonly from: NodeId
      readonly to: NodeId
      /** A few words: `Vote yes, term 3`. */
      readonly label: string
      readonly duplicate?: true
    })
  | (At & { readonly kind: 'deliver'; readonly message: number })
  | (At & {
      readonly kind: 'lose'
      readonly message: number
      readonly why: LossReason
      /** When it would have arrived, where it was taken from its way. */
      readonly dueAt?: number
    })
  | (At & { readonly kind: 'timer'; readonly node: NodeId; readonly name: string })
  | (At & {
      readonly kind: 'emit'
      readonly node: NodeId
      readonly event: string
      readonly data?: unknown
    })
  | (At & {
      readonly kind: 'start' | 'crash' | 'restart' | 'pause' | 'resume'
      readonly node: NodeId
    })
  /** `fault` numbers the faults of the plan from 0; strikes of the adversary come after them. */
  | (At & {
      readonly kind: 'fault'
      readonly fault: number
      readonly what: Fault
      readonly node?: NodeId
    })
  | (At & { readonly kind: 'fault-ends'; readonly fault: number })
  /** All faults end, whoever is down starts, and the network is calm from here on. */
  | (At & { readonly kind: 'heal' })
  /** All directed links on which nothing passes from here on, as `from` and `to`. */
  | (At & { readonly kind: 'links'; readonly cut: readonly (readonly [NodeId, NodeId])[] })
  /** `operation` numbers the calls of clients from 0. */
  | (At & {
      readonly kind: 'invoke'
      readonly operation: number
      readonly client: NodeId
      readonly key: string
      /** As printed: `write x = 3`. */
      readonly text: string
    })
  | (At & {
      readonly kind: 'return'
      readonly operation: number
      readonly outcome: OutcomeKind
      /** As printed: `ok`, `3`, `timed out`. */
      readonly text: string
    })

/** Something that must not happen, and did. */
export interface TraceFinding {
  readonly at: number
  /** Which rule: `invariant`, `liveness`, `linearizability`, `threw`, `livelock` and so on. */
  readonly kind: string
  /** The rule in one sentence: `one leader per term`. */
  readonly rule: string
  /** What happened instead: `a and c both lead term 3`. */
  readonly text: string
  readonly node?: NodeId
  /** What was happening: `start`, `timer "election"`, `a message from b`. */
  readonly during?: string
}
