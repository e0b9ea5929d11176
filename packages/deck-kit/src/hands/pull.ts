import type { Point } from '../drawing/geometry.ts'
import type { Lane } from '../player/lane.ts'

/** What becomes of a message where it is dragged to. */
export type Pull =
  /** It is where it was, or as good as there. */
  | { readonly kind: 'none' }
  | { readonly kind: 'lose' }
  | { readonly kind: 'delay'; readonly byMs: number }

/** Units of the drawing that a hand may tremble. */
const SLACK = 10
/** Units beside its line at which a message is off it. */
const OFF = 44
/** Units of a drag for each longer delay. */
const STEP = 20

/** Delays in milliseconds: numbers that can be said. */
const DELAYS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const

/**
 * Off its line a message is lost; back along it, it is late, the longer the further.
 *
 * @param by from where it was taken to where the pointer is
 * @param delays the delays to choose from
 */
export function pullOf(by: Point, { from, to }: Lane, delays: readonly number[]): Pull {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const along = by[0] * ux + by[1] * uy
  const aside = Math.abs(by[0] * uy - by[1] * ux)
  if (aside > OFF) return { kind: 'lose' }
  if (along > -SLACK) return { kind: 'none' }
  const notch = Math.floor((-along - SLACK) / STEP)
  const byMs = delays[Math.min(notch, delays.length - 1)]
  return byMs === undefined ? { kind: 'none' } : { kind: 'delay', byMs }
}

/** Delays that can be seen of a message that takes so long, in a run of this length. */
export function delaysFor(flightMs: number, endMs: number): number[] {
  const fit = DELAYS.filter((ms) => ms >= flightMs / 2 && ms <= endMs)
  return fit.length > 0 ? fit : [DELAYS[0]]
}

/** The next longer delay; the longest one again where there is none. */
export function longerDelay(byMs: number, delays: readonly number[]): number {
  return delays.find((ms) => ms > byMs) ?? byMs
}
