import type { Env, Node, NodeId } from '@five-pillars/simulator'

/** An entry of the log. Logs do not grow in this exercise, so you will see none. */
export interface Entry {
  readonly term: number
  readonly cmd: string
}

/** What servers say to each other. */
export type RaftMsg =
  /** "Let me lead `term`: this is the last entry of my log." */
  | {
      readonly t: 'RequestVote'
      readonly term: number
      readonly lastIndex: number
      readonly lastTerm: number
    }
  /** The answer. `term` is the voter's own term, `forTerm` the one that it was asked for. */
  | {
      readonly t: 'Vote'
      readonly term: number
      readonly granted: boolean
      readonly forTerm: number
    }
  /** "I lead `term`." Without entries it is a heartbeat, and here it always is. */
  | {
      readonly t: 'Append'
      readonly term: number
      /** The last entry of the leader's log. */
      readonly prevIndex: number
      readonly prevTerm: number
      /** Always empty here. */
      readonly entries: readonly Entry[]
      /** Always 0 here. */
      readonly commit: number
    }
  /** The answer. `term` is the follower's own term; `match` is always 0 here. */
  | { readonly t: 'Appended'; readonly term: number; readonly ok: boolean; readonly match: number }

export interface RaftOptions {
  /** Every server of the world, this one included. */
  readonly members: readonly NodeId[]
  /** Shortest and longest wait for a leader before an election begins, in milliseconds. */
  readonly electionMs: readonly [number, number]
  /** Time between two heartbeats of a leader, in milliseconds. */
  readonly heartbeatMs: number
  /** The last entry of this server's log; both are 0 while it is empty. It never changes here. */
  readonly log: { readonly lastIndex: number; readonly lastTerm: number }
}

/**
 * One server. `env` has its name, its timers, its disk and its network: look into its type, the
 * comments there say what each of them does and does not promise.
 */
export function createRaft(_env: Env<RaftMsg>, _options: RaftOptions): Node<RaftMsg> {
  // TODO: part 1. Read term and vote from the disk, and answer those who ask for a vote.
  // TODO: part 2. Ask for votes yourself when nobody leads; lead when you have enough of them.
  // TODO: part 3. Run it where servers crash and messages are lost.
  throw new Error('createRaft is not written yet: start at part 1 in src/raft-election.ts')
}
