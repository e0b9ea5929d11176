import type { ToldVerdict } from '@five-pillars/room'

/**
 * All that a day leaves: what `after` makes its reports of, as plain data. Instants are milliseconds
 * since 1970. No token, no code and no hash of one is in it.
 */
export interface RoomRecord {
  readonly room: string
  /** Version of the kit that judged. */
  readonly kit: string
  /** When this was made. */
  readonly at: number
  /** Minutes that the room's clock is east of Greenwich, so that times read as they were seen. */
  readonly zoneMinutes: number
  /** In the order of the day. */
  readonly exercises: readonly ExerciseRecord[]
  readonly blocks: readonly BlockRecord[]
  /** Those who are in the room still, in the order in which they joined. */
  readonly learners: readonly LearnerRecord[]
}

export interface ExerciseRecord {
  readonly slug: string
  readonly title: string
  readonly points: number
  readonly promises: readonly { readonly id: string; readonly text: string }[]
}

/** A block that was begun. */
export interface BlockRecord {
  readonly title: string
  readonly kind: 'deck' | 'exercise' | 'break' | 'talk'
  readonly slug: string | null
  readonly plannedMinutes: number
  readonly from: number
  /** Null while it runs. */
  readonly to: number | null
  /** For which its clock stood still. */
  readonly pausedMs: number
}

export interface LearnerRecord {
  readonly id: string
  readonly nickname: string
  readonly joinedAt: number
  /** Times that a hand was raised. */
  readonly hands: number
  /** Checks on their own machine, oldest first. */
  readonly checks: readonly CheckRecord[]
  /** Oldest first. */
  readonly submissions: readonly SubmissionRecord[]
}

export interface CheckRecord {
  readonly exercise: string
  readonly at: number
  readonly kept: readonly string[]
  readonly broken: string | null
  /** Hints seen so far, 0 to 3. */
  readonly hints: number
}

export interface SubmissionRecord {
  readonly id: string
  readonly exercise: string
  readonly sentAt: number
  readonly settledAt: number | null
  readonly standing: 'waiting' | 'judged' | 'superseded' | 'not-judged'
  /** Null unless it is judged. */
  readonly verdict: ToldVerdict | null
  readonly source: string
}
