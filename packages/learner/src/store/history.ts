import type { Kit } from '../kit/open-kit.ts'
import type { Version } from './version.ts'

/** All versions of an exercise that are kept, the newest first. */
export function history(_kit: Kit, _slug: string): Promise<readonly Version[]> {
  throw new Error('history is not written yet')
}
