import type { Verdict } from '@five-pillars/judge'

import type { Kit } from '../kit/open-kit.ts'
import type { BriefLink } from './brief-link.ts'

/**
 * The last check of an exercise that broke a promise; of any exercise where none is named. Undefined
 * where there was none, or a later one kept all of them.
 */
export function lastFailure(
  _kit: Kit,
  _slug?: string,
): Promise<{ verdict: Verdict; brief: BriefLink | null } | undefined> {
  throw new Error('lastFailure is not written yet')
}

/** That failure as a Mermaid diagram; undefined where it is of no simulated run. */
export function diagramOfLast(_kit: Kit, _slug: string): Promise<string | undefined> {
  throw new Error('diagramOfLast is not written yet')
}
