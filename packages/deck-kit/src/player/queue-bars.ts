/** Bars thinner than this melt into one. */
const THINNEST = 4
const THICKEST = 13

export interface Bars {
  readonly count: number
  /** From one bar to the next, in units of the drawing. */
  readonly step: number
  /** How many wait in one bar; more than 1 where the tallest queue would not fit otherwise. */
  readonly each: number
}

/**
 * The bars of a queue, thin enough for the tallest queue of the run to fit.
 *
 * @param room units of the drawing in which the tallest one fits
 */
export function barsOf(value: number, tallest: number, room: number): Bars {
  const most = Math.max(1, tallest)
  const step = Math.min(THICKEST, Math.max(THINNEST, room / most))
  const each = Math.max(1, Math.ceil((most * step) / Math.max(room, step)))
  return { count: Math.ceil(Math.max(0, value) / each), step, each }
}
