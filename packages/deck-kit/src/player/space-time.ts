import { traceSvg } from '@five-pillars/simulator'

import type { Run } from './run.ts'

/**
 * A run on paper, as a space-time diagram. A queue does not show in one: of a world with gauges
 * there is none, and the player's own picture stands for it.
 *
 * @param options id of the drawing on its page, and the virtual milliseconds up to which it goes
 */
export function spaceTime(
  { trace }: Run,
  { id, still }: { readonly id: string; readonly still?: number | undefined },
): string | undefined {
  if ((trace.show.gauges?.length ?? 0) > 0) return undefined
  return traceSvg(trace, { id, ...(still === undefined ? {} : { toMs: still }) })
}
