import type { Step } from '../replay/recorded-calls.ts'

/** What is done with a submission once it has been loaded. */
export type Task = SuiteTask | ReplayTask | ExploreTask | CallsTask | GameDayTask

/** Runs a suite. */
export interface SuiteTask {
  readonly kind: 'suite'
  /** Seed of all properties. */
  readonly seed: number
  /** Cases of each property; null leaves the suite's own number. */
  readonly runs: number | null
  /** Tests that are not run, by full name. */
  readonly leftOut: readonly string[]
}

/** Plays a day of a shop that is made of several submissions. */
export interface GameDayTask {
  readonly kind: 'game-day'
  readonly seed: number
  /** How many parts the reference stands in for. */
  readonly replaced: number
  /** Keeps what happened, for a player. */
  readonly isRecorded: boolean
}

/** Runs the world of a token again. */
export interface ReplayTask {
  readonly kind: 'replay'
  /** The exercise that the token has to be of. */
  readonly slug: string
  readonly token: string
  /** Columns of the terminal that the story is for. */
  readonly columns: number
  /** Hands over what happened, for a player. */
  readonly isRecorded: boolean
}

/** Runs the world of an exercise from some seeds, up to the first that breaks a rule. */
export interface ExploreTask {
  readonly kind: 'explore'
  /** The first seed. */
  readonly from: number
  readonly count: number
}

/** Makes the calls of a token again. */
interface CallsTask {
  readonly kind: 'calls'
  readonly steps: readonly Step[]
}
