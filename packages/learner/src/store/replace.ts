import type { Kit } from '../kit/open-kit.ts'
import type { Version } from './version.ts'
import type { WorkingSource } from './working-source.ts'

/** A learner's file that was replaced. */
export interface Replaced {
  /** What the file held before; null where there was no file. `restore` of its number takes it back. */
  readonly before: Version | null
  /** What it holds now. */
  readonly now: Version
  /** Where that comes from, in words for the learner. */
  readonly from: string
}

/** Puts a kept version back, after keeping what is there now. */
export function restore(_kit: Kit, _slug: string, _number: number): Promise<Replaced> {
  throw new Error('restore is not written yet')
}

/**
 * Puts the starter back, after keeping what is there now.
 *
 * @throws LearnerError `no-starter` and those of `restore`
 */
export function reset(_kit: Kit, _slug: string): Promise<Replaced> {
  throw new Error('reset is not written yet')
}

/**
 * Puts a working version in place, so that the day goes on, after keeping what is there now.
 *
 * @param sources asked in this order
 * @throws LearnerError `no-working-version` and those of `restore`
 */
export function catchUp(
  _kit: Kit,
  _slug: string,
  _sources: readonly WorkingSource[],
): Promise<Replaced> {
  throw new Error('catchUp is not written yet')
}
