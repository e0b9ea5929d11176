import type { Clock, Env, Node, NodeId, Rng } from '../contract.ts'
import type { Emitted, Observer } from '../engine/observer.ts'
import type { Limits } from '../engine/limits.ts'
import type { FaultKind } from '../faults/fault.ts'
import type { Rule } from '../faults/rule.ts'
import type { Operation } from '../history/operation.ts'
import type { Call, Outcome } from '../history/recorder.ts'
import type { TraceShow } from '../trace/trace.ts'
import type { Profile } from './profile.ts'

/** A rule that holds at every moment of a run. */
export interface Invariant<M = unknown> {
  /** The rule in one sentence, as a learner reads it: `one leader per term`. */
  readonly text: string
  /** Makes a fresh watcher for one run. */
  watch(): Observer<M>
}

/** Something dangerous that a suite must have met, or it has tested nothing. */
export interface Danger {
  readonly text: string
  watch(): Observer & { count(): number }
}

/** All that is known when a run has ended. */
export interface RunEnd {
  readonly history: readonly Operation[]
  readonly emitted: readonly Emitted[]
  /**
   * Virtual time at which the world was healed, in milliseconds. In a run that ends before it,
   * checks of the kinds `liveness` and `convergence` are not made.
   */
  readonly healedAt: number
  readonly endMs: number
  readonly servers: readonly NodeId[]
}

/** A rule that is looked at once, when the run has ended. */
export interface EndCheck {
  readonly kind: 'linearizability' | 'session' | 'convergence' | 'liveness' | 'end'
  readonly text: string
  /** Says what is wrong; null when nothing is. `unknown` when the check gave up. */
  check(end: RunEnd): EndProblem | null
}

/** An end check that needs to have seen the run: a fresh one is made for each. */
export interface EndWatch {
  watch(): EndCheck & Observer
}

interface EndProblem {
  readonly text: string
  /** When it went wrong, if that can be told; else the end of the run. */
  readonly at?: number
  readonly node?: NodeId
  /** The check ran out of its budget: the run neither passed nor failed. */
  readonly isUnknown?: true
}

/** A node that calls the servers for somebody outside. */
export interface Client<M> extends Node<M> {
  /**
   * Begins a call. `done` is told once how it ended; later words do not count. May return a
   * promise: it is not waited for, but must not reject.
   */
  perform(call: Call, done: (outcome: Outcome) => void): unknown
}

interface ClientPlace {
  /** Name of the client. */
  readonly client: NodeId
  /** The key of the call. */
  readonly key: string
  /** A number that no other call of this run gets, from 1: what a write writes. */
  readonly unique: number
}

export interface Clients<M> {
  readonly count: number
  /** Shortest and longest time between the starts of two calls of one client, in milliseconds. */
  readonly gapMs: readonly [number, number]
  /** How many keys the calls are spread over; default 1. */
  readonly keys?: number
  /** After this time nobody knows how a call ended, and its client goes on; in milliseconds. */
  readonly timeoutMs: number
  /** What the next call asks. */
  next(rng: Rng, place: ClientPlace): unknown
  make(env: Env<M>, surroundings: Surroundings): Client<M>
  /** A call in a few words: `write x = 3`. */
  describe(call: Call): string
}

export interface Surroundings {
  /** The servers of this run, in the order of the world. */
  readonly servers: readonly NodeId[]
  readonly profile: Profile
  /** Callbacks in virtual time, for code that uses promises. */
  readonly clock: Clock
}

/** A world to run code in, as data and functions. `simulate` makes a scenario of it. */
export interface Definition<M> {
  /** As in `raft-election`; it stands in traces and replay tokens. */
  readonly name: string
  /** Names of the servers. A profile may use only the first few of them. */
  readonly nodes: readonly NodeId[]
  /**
   * The nodes whose steps may settle promises; default all of them. `runAsync` lets promises go on
   * after the steps of these alone, which spares the others a third of their time.
   */
  readonly promising?: readonly NodeId[]
  /**
   * How often the promises of a step are given a chance to go on, before the next step begins;
   * default 12. A program that keeps messages waiting in a queue of promises needs more.
   */
  readonly hops?: number
  make(env: Env<M>, surroundings: Surroundings): Node<M>
  readonly clients?: Clients<M>
  /** `swarm` draws another profile for each seed; anything else changes the calm one. */
  readonly profile: 'swarm' | Partial<Profile>
  /** Length of a run in virtual milliseconds. */
  readonly runMs: number
  /** Share of the run after which the world is healed; default 0.7. */
  readonly healAt?: number
  /** Kinds of faults that seeds draw; default the usual ones; an empty list: none. */
  readonly faults?: readonly FaultKind[]
  /** The most faults that a seed draws; default 6. */
  readonly faultsMax?: number
  readonly adversary?: readonly Rule<M>[]
  readonly always?: readonly Invariant<M>[]
  readonly sometimes?: readonly (Danger | string)[]
  readonly atEnd?: readonly (EndCheck | EndWatch)[]
  /** A message in a few words: `Vote yes, term 3`. */
  label?(msg: M): string
  readonly show?: TraceShow
  readonly limits?: Partial<Limits>
}
