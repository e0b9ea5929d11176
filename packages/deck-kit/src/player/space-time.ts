import { traceSvg } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

interface SpaceTimeOptions {
  /** Of the drawing, unique on its page. */
  readonly id: string
  /** Pixels that it may be high. */
  readonly room: number
  /** Virtual milliseconds up to which it goes; default: as far as its finding. */
  readonly still?: number | undefined
}

const HEIGHT = /^<svg\b[^>]*\bheight="([\d.]+)"/

/**
 * A run on paper, as a space-time diagram in its natural size: made smaller it could not be read.
 * Undefined where it is too high, and of a world with gauges, since queues do not show in it: there
 * the player's own picture stands for the run.
 */
export function spaceTime(trace: Trace, { id, room, still }: SpaceTimeOptions): string | undefined {
  if ((trace.show.gauges?.length ?? 0) > 0) return undefined
  const svg = traceSvg(trace, { id, ...(still === undefined ? {} : { toMs: still }) })
  const [, height] = HEIGHT.exec(svg) ?? []
  return Number(height) <= room ? svg : undefined
}
