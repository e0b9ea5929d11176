import type { NodeId } from '../contract.ts'

/** Something that a node or a client made visible. Times are milliseconds. */
export interface Emitted {
  readonly at: number
  readonly node: NodeId
  readonly event: string
  readonly data: unknown
}

export interface Sent<M = unknown> {
  readonly at: number
  readonly from: NodeId
  readonly to: NodeId
  readonly msg: M
}

/** What the world does to a node or to its network. */
export interface Disturbance {
  readonly at: number
  readonly what:
    | 'crash'
    | 'restart'
    | 'pause'
    | 'partition'
    | 'lost'
    | 'duplicate'
    | 'clock'
    | 'slow'
    | 'disk'
  readonly node: NodeId | undefined
}

/**
 * Watches a run while it happens. A text that is given back is what went wrong, and ends the run.
 * Observers see every event; they keep their own state and must not change what they are shown.
 */
export interface Observer<M = unknown> {
  emit?(emitted: Emitted): string | null
  send?(sent: Sent<M>): string | null
  disturb?(disturbance: Disturbance): void
}
