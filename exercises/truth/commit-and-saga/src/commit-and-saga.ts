import type { Env, Node, NodeId } from '@five-pillars/simulator'

// Two-phase commit ------------------------------------------------------------------------------

/** `read` is a yes of somebody who has nothing to write: to it, the decision does not matter. */
export type Vote = 'yes' | 'no' | 'read'

/** What a coordinator and its participants say to each other about a transaction. */
export type TxMsg =
  /** Coordinator: "Can you do it?" Of what has ended there, a late one needs no answer. */
  | { readonly t: 'Prepare'; readonly tx: string }
  /** Participant: the answer to a Prepare. */
  | { readonly t: 'Vote'; readonly tx: string; readonly vote: Vote }
  /** Coordinator: "This is what was decided." */
  | { readonly t: 'Decide'; readonly tx: string; readonly commit: boolean }
  /** Participant: the answer to any Decide, also of what it never prepared. "It is done here." */
  | { readonly t: 'Done'; readonly tx: string }
  /**
   * Participant, to whoever has sent the Prepare: "I have voted yes. What was decided?" The answer
   * is a Decide: abort, if the coordinator knows nothing of it, and none while it is undecided.
   */
  | { readonly t: 'Ask'; readonly tx: string }

/**
 * The database of a participant. It writes to the disk in `env`: what it does is kept by your next
 * `sync`, together with what you have put, and lost in a crash before. Locks are in memory.
 */
export interface LocalDb {
  /**
   * Whether the transaction can be done here. If `yes`, what it needs is locked, and nobody else
   * can have it. A crash frees all locks: whoever has voted yes calls this again then, and while
   * nobody else has taken the locks, the answer is the same.
   */
  prepare(tx: string): Vote
  /** Writes what the transaction writes, and frees its locks. Twice is twice. */
  commit(tx: string): void
  /** Frees its locks, if it has any, and writes nothing. */
  abort(tx: string): void
}

export interface Coordinator extends Node<TxMsg> {
  /** A new transaction of all these participants. No `tx` begins twice, not after a crash either. */
  begin(tx: string, parts: readonly NodeId[]): void
}

/** Whoever brings transactions to their end. Emits `committed` or `aborted`, with the `tx`. */
export function createCoordinator(_env: Env<TxMsg>): Coordinator {
  // TODO: part 2. Collect votes, decide, write it down, tell everybody until they have done it.
  throw new Error('createCoordinator is not written yet: it is part 2 in src/commit-and-saga.ts')
}

/** One of those who do a transaction. Whoever sends a Prepare coordinates that transaction. */
export function createParticipant(_env: Env<TxMsg>, _db: LocalDb): Node<TxMsg> {
  // TODO: part 1. Vote, remember the vote, wait for the decision, and ask for it.
  throw new Error('createParticipant is not written yet: it is part 1 in src/commit-and-saga.ts')
}

// Saga ------------------------------------------------------------------------------------------

/**
 * Does something for a saga, or makes up for it. It takes up to 100 ms, and resolves to whether it
 * was done; if not, nothing has happened. It never rejects. Twice is twice. A crash ends it, and
 * nothing has happened. What it does is kept by the first `sync` after it has resolved, together
 * with what you have put, and lost in a crash before.
 */
export type Call = (saga: string) => Promise<boolean>

export interface Step {
  /** The machine that does this step: it calls `run` and `compensate`, and nobody else does. */
  readonly name: NodeId
  readonly run: Call
  readonly compensate: Call
}

/** What machines say to each other about a step of a saga. */
export type SagaMsg =
  /** "Do this step." */
  | { readonly t: 'Run'; readonly saga: string; readonly step: NodeId }
  /** "Make up for this step." */
  | { readonly t: 'Undo'; readonly saga: string; readonly step: NodeId }
  /**
   * The answer: `ran` or `failed` to a Run, `undone` to an Undo. A Run of what is undone is answered
   * `failed`, and an Undo of what has not run `undone`; while an Undo does not work there is none.
   */
  | {
      readonly t: 'Answer'
      readonly saga: string
      readonly step: NodeId
      readonly what: 'ran' | 'failed' | 'undone'
    }

export interface Saga extends Node<SagaMsg> {
  /**
   * With an id: a new saga begins, which is done step by step from here. No id comes twice. Without
   * one: the machine has started, as in every `Node`.
   */
  start(id?: string): void
}

/**
 * One machine: it does the step that has its name, if there is one, and brings those sagas to their
 * end that are started here. Emits `done` or `undone`, with the id of the saga.
 *
 * @param steps the same ones on every machine, each with another name
 */
export function createSaga(_env: Env<SagaMsg>, _steps: readonly Step[]): Saga {
  // TODO: part 3. Answer Run and Undo, whatever comes twice or late; then lead a saga to its end.
  throw new Error('createSaga is not written yet: it is part 3 in src/commit-and-saga.ts')
}
