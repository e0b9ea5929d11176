/** What the code of an exercise is given, and what it gives back: the contract of every world. */

/** Name of a machine, unique in its world. */
export type NodeId = string

/** A seeded source of randomness: the same seed gives the same numbers on every machine. */
export interface Rng {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 to n − 1, each equally likely. n is a whole number from 1 up. */
  int(n: number): number
  /** One of xs, each equally likely. xs is not empty. */
  pick<T>(xs: readonly T[]): T
  /** A shuffled copy of xs. */
  shuffle<T>(xs: readonly T[]): T[]
}

/** What `setTimeout` of a `Clock` gives; hand it to `clearTimeout` and to nothing else. */
export type TimerId = number

/** Virtual time with callbacks, for code that uses promises. */
export interface Clock {
  /** Milliseconds on the clock of this machine. It may be ahead of or behind the others. */
  now(): number
  /** Calls fn once, ms milliseconds from now. ms is 0 or more. */
  setTimeout(fn: () => void, ms: number): TimerId
  /** Ends a timer. One that fired, was cleared, or never was: nothing happens. */
  clearTimeout(id: TimerId): void
}

/** What a machine keeps when it crashes, once it is synced. */
export interface Disk {
  /** The last value put under the key, synced or not; undefined when there is none. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows its type
  get<T>(key: string): T | undefined
  /**
   * Writes a value, which from now on belongs to the disk: change it no more. A crash before
   * `sync` may lose it. Prefer many small keys to one large value.
   */
  put(key: string, value: unknown): void
  /** Makes everything put so far survive a crash. */
  sync(): void
}

/**
 * All that a node may touch: its name, its clock, chance, messages, timers, its disk, and a way to
 * tell the world what it did.
 */
export interface Env<M> {
  readonly id: NodeId
  /** The other servers of this world, in a fixed order. */
  readonly peers: readonly NodeId[]
  /** Milliseconds on the node's own clock, which may be wrong and may jump. */
  now(): number
  readonly rng: Rng
  /**
   * Sends a message, which may be lost, delayed, duplicated and overtaken. It belongs to the
   * network from now on: change it no more.
   */
  send(to: NodeId, msg: M): void
  /** Calls `onTimer(name)` once, ms milliseconds from now. Setting a name again replaces it. */
  setTimer(name: string, ms: number): void
  clearTimer(name: string): void
  readonly disk: Disk
  /** Makes something that happened visible, such as `leader` or `apply`. Data is plain JSON. */
  emit(event: string, data?: unknown): void
}

/**
 * A machine of a world. Each call is one indivisible step and returns nothing: no promises. After a
 * crash a new object is made with the same disk; `start` is called on each new object once.
 */
export interface Node<M> {
  start(): void
  onMessage(from: NodeId, msg: M): void
  onTimer(name: string): void
}
