import type { Kit } from '../kit/open-kit.ts'
import type { Version } from './version.ts'

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What changed from an earlier version to the file as it is now, or to another version. */
export interface Difference {
  readonly from: Version
  /** Null: the file as it is now. */
  readonly to: Version | null
  /** All lines; those that are the same too. */
  readonly lines: readonly DiffLine[]
}

/**
 * @param from number of a version; default: the newest that differs from the file as it is now
 * @param to number of a version; default: the file as it is now
 * @returns undefined where no earlier version differs
 * @throws LearnerError `unknown-version` or `damaged-version`
 */
export function diff(
  _kit: Kit,
  _slug: string,
  _between: { from?: number; to?: number } = {},
): Promise<Difference | undefined> {
  throw new Error('diff is not written yet')
}
