import type { Clock } from '@five-pillars/simulator'

/** What there should be: each of these items, healthy and of this plan, and no others. */
export interface Spec {
  /** Of two plans the one with the larger number is newer. */
  plan: number
  ids: string[]
}

/** Something that is there: a machine in a fleet, or an address in a record. */
export interface Item {
  id: string
  /** The plan for which it was put there. */
  plan: number
  /** Unknown: the monitor cannot see it. It may be well. */
  health: 'healthy' | 'broken' | 'unknown'
}

/** All that is there, each id once, in any order. */
export type Actual = Item[]

export interface Observation {
  /** Counts the changes that have been applied, by whomever. */
  generation: number
  actual: Actual
  /** When all this was so, which may be a while ago. */
  observedAt: number
}

export type Action =
  /** Puts an item there, or anew where it is there already: until that is done it serves nobody. */
  { kind: 'put'; id: string; plan: number } | { kind: 'remove'; id: string }

export interface World {
  /** What is wanted now. */
  desired(): Spec
  /** What is there. Rejects when nobody can tell. */
  observe(): Promise<Observation>
  /**
   * Does something to one item. If anybody has changed that item since `ifGeneration`, or is changing
   * it, this is a conflict and changes nothing. A put that failed changes nothing either.
   */
  apply(action: Action, ifGeneration: number): Promise<'ok' | 'conflict' | 'failed'>
  /** Wakes somebody up. */
  page(why: string): void
}

export interface HealerOptions {
  /** So many actions may be under way at a time. */
  maxConcurrent: number
  /** So many actions may begin in an hour. */
  maxPerHour: number
  /** So many healthy items may be put anew at a time. */
  disruptionBudget: number
  /** This share of what is observed is healthy, or something is wrong that you cannot heal. */
  minHealthyRatio: number
  /** After a first action on an item it is left alone for so many milliseconds. */
  coolDownMs: number
}

export interface Healer {
  /** Begins to look about once a second, and to act. */
  start(): void
  /** Begins nothing any more. What is under way comes to its end. */
  stop(): void
  /** Somebody has looked, and says: go on. */
  resume(): void
  /** Why it has stopped itself; null while it has not. */
  paused(): { why: string } | null
}

// TODO: part 1 to 4. Make the world as it should be, on fresh facts, a little at a time.
export function createHealer(_world: World, _options: HealerOptions, _clock: Clock): Healer {
  throw new Error('createHealer is not written yet: start in src/self-healer.ts')
}
