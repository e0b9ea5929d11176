import type { Clock } from '@five-pillars/simulator'

/** What there should be: each of these items, healthy and of this plan, and no others. */
export interface Spec {
  /** Of two plans the one with the larger number is newer. */
  plan: number
  /** May be empty. */
  ids: string[]
}

/** Something that is there: a machine in a fleet, or an address in a record. */
export interface Item {
  /** Any string: `constructor`, `__proto__` and the empty one, too. */
  id: string
  /** The plan for which it was put there. */
  plan: number
  /** Whoever is being put anew looks broken. Unknown: the monitor cannot see it, and it may be well. */
  health: 'healthy' | 'broken' | 'unknown'
}

/** All that is there, each id once, in any order. */
export type Actual = Item[]

export interface Observation {
  /** Counts the changes that have been applied, by whomever. */
  generation: number
  actual: Actual
  /** When all this was so: up to a minute ago. */
  observedAt: number
}

export type Action =
  /** Puts an item there, or anew where it is there already: until that is done it serves nobody. */
  { kind: 'put'; id: string; plan: number } | { kind: 'remove'; id: string }

export interface World {
  /** What is wanted at this moment. */
  desired(): Spec
  /** What is there; within a second. Rejects when nobody can tell. */
  observe(): Promise<Observation>
  /**
   * Does something to one item. If anybody has changed that item since `ifGeneration`, or is changing
   * it, this is a conflict and changes nothing. What has failed changes nothing either. Always
   * answers, after any time.
   */
  apply(action: Action, ifGeneration: number): Promise<'ok' | 'conflict' | 'failed'>
  /** Wakes somebody up. */
  page(why: string): void
}

/** Whole numbers from 1 up, but for the ratio. */
export interface HealerOptions {
  /** So many actions may be under way at a time. */
  maxConcurrent: number
  /** So many actions may begin in any 3,600,000 ms, whatever comes of them. */
  maxPerHour: number
  /** So many healthy items may be put anew at a time. */
  disruptionBudget: number
  /** This share of what is observed is to be healthy: 0, 0.25, 0.5, 0.75 or 1. Of nothing it is. */
  minHealthyRatio: number
  /** After a first action on an item it is left alone for so many milliseconds. */
  coolDownMs: number
}

export interface Healer {
  /** Begins to look about once a second, and to act. While it runs: nothing. */
  start(): void
  /** Begins nothing any more. What is under way comes to its end, and counts for a later start. While it
   * does not run: nothing. */
  stop(): void
  /** Somebody has looked, and says: go on, and count the hour from now. Unless paused: nothing. */
  resume(): void
  /** Why it has stopped itself, some text; null while it has not. */
  paused(): { why: string } | null
}

// TODO: part 1 to 4. Make the world as it should be, on fresh facts, a little at a time.
export function createHealer(_world: World, _options: HealerOptions, _clock: Clock): Healer {
  throw new Error('createHealer is not written yet: start in src/self-healer.ts')
}
