import type { Env, Node, NodeId } from '@five-pillars/simulator'

/** One write. The place of an entry in the log is its number, from 1. */
export interface Entry {
  /** The epoch of the leader that took it. */
  readonly epoch: number
  /** The leader's clock when it took it, or `at` of the entry before if that is later. */
  readonly at: number
  readonly key: string
  /** The new value; null deletes the key. */
  readonly value: string | null
  /** How the entry is written. You write format 1, and can replay no other. */
  readonly format: number
}

/** What replicas say to each other. `epoch` is always the sender's own. */
export type ReplMsg =
  /** "I am to lead this epoch: obey nobody older, and show me your log." */
  | { readonly t: 'Fence'; readonly epoch: number }
  /** The answer to a Fence: all of the log. */
  | { readonly t: 'Fenced'; readonly epoch: number; readonly log: readonly Entry[] }
  /** "I lead this epoch. Behind the first `prev` entries, my log goes on like this to its end." */
  | {
      readonly t: 'Append'
      readonly epoch: number
      readonly prev: number
      /** The epoch of entry number `prev`; 0 where `prev` is 0. */
      readonly prevEpoch: number
      readonly entries: readonly Entry[]
    }
  /**
   * The answer to an Append: "The first `upTo` entries of your log are on my disk." 0 where the
   * entries do not fit; else the end of the message, or of what you have of this epoch, if that is
   * more.
   */
  | { readonly t: 'Appended'; readonly epoch: number; readonly upTo: number }
  /** The answer to a Fence or an Append of an earlier epoch, instead of the other two. */
  | { readonly t: 'Refused'; readonly epoch: number }

export interface ReplicaOptions {
  /** When a write is acknowledged: `async` once it is here, `quorum` once most members have it. */
  readonly mode: 'async' | 'quorum'
  /** Every replica, this one included. */
  readonly members: readonly NodeId[]
}

/** A copy of a log, out of reach of the replicas: plain data. */
export interface Backup {
  readonly entries: readonly Entry[]
}

export interface Replica extends Node<ReplMsg> {
  /**
   * Somebody writes. Ends in the event `acked` or `refused`, with `requestId` as its data, which
   * never comes twice. Whoever does not lead (yet) refuses.
   */
  put(key: string, value: string | null, requestId: string): void
  /**
   * The operator says: lead this epoch. Nobody else is ever told to lead the same one, and nobody
   * leads epoch 0, in which all begin. When you lead: `env.emit('leader', { epoch })`.
   */
  promote(epoch: number): void
  /**
   * Makes the state what it was at a time, for all replicas. Ends in the event `restored`, with
   * `upTo` as its data.
   */
  restoreFrom(backup: Backup, upTo: number): void
  /** A copy of this replica's log; throws where it could not be replayed. */
  takeBackup(): Backup
}

/**
 * One replica. `env` has its name, its clock, its timers, its disk and its network: look into its
 * type, the comments there say what each of them does and does not promise. After a crash a new
 * object starts with what was synced; read the disk when it is made, or in `start`.
 */
export function createReplica(_env: Env<ReplMsg>, _options: ReplicaOptions): Replica {
  // TODO: part 1. Follow: keep the epoch and the log on the disk, and answer a Fence and an Append.
  // TODO: part 2. Lead: gather a majority, take writes, and acknowledge them when it is true.
  // TODO: part 3. Back up, and restore.
  throw new Error('createReplica is not written yet: start at part 1 in src/replicated-store.ts')
}
