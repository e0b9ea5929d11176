/** Turns values into units of the drawing. */
export interface Scale {
  (value: number): number
  /** Round values to write at the axis, ascending; the last is the end of the scale. */
  ticks: readonly number[]
}

/** A scale from `from` to at least `most`, whose end is a round number of about `count` steps. */
export function scaleTo(
  most: number,
  range: readonly [start: number, end: number],
  options: { from?: number; count?: number } = {},
): Scale {
  const { from = 0, count = 4 } = options
  const step = roundStep((most - from) / count)
  const steps = Math.max(1, Math.ceil((most - from) / step - 1e-9))
  const top = from + steps * step
  const ticks = Array.from({ length: steps + 1 }, (_, index) => tidy(from + index * step))
  const scale = (value: number): number =>
    range[0] + ((value - from) / (top - from)) * (range[1] - range[0])
  return Object.assign(scale, { ticks })
}

/** The round number 1, 2 or 5 times a power of ten that is next above. */
function roundStep(step: number): number {
  if (!(step > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(step))
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
