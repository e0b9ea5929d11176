import type { Kit } from '../kit/open-kit.ts'
import type { Reason, Version } from './version.ts'

/** `unchanged`: the newest version is the same text already. `no-file`: there is nothing to keep. */
export type Saved =
  | { readonly kind: 'saved' | 'unchanged'; readonly version: Version }
  | { readonly kind: 'no-file' }

/**
 * Keeps what a learner's file holds now. It is on the disk when this returns.
 *
 * @throws LearnerError `disk-full`, `cannot-write`, `too-large` or `not-a-file`
 */
export function save(_kit: Kit, _slug: string, _reason: Reason): Promise<Saved> {
  throw new Error('save is not written yet')
}
