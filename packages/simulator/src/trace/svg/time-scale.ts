import { rounded, timeText } from '../time-text.ts'

/** How much of the width is given out by time; the rest goes to the steps between events. */
const BY_TIME = 0.25
const LEAST_TICK_GAP = 70
const FINEST_MS = 0.001

export interface TimeScale {
  /** Where a time is. Times outside of the window are outside of the drawing. */
  x(ms: number): number
  readonly ticks: readonly Tick[]
}

interface Tick {
  readonly x: number
  readonly text: string
}

interface Knot {
  readonly ms: number
  readonly x: number
}

/**
 * Places times between `left` and `right`. Half a second of silence beside ten messages within
 * 5 ms cannot be drawn to scale, so that each step from one event to the next also gets an equal
 * share of the width: the order and the round numbers on the axis are right, distances are not.
 */
export function timeScale(
  times: readonly number[],
  range: { readonly from: number; readonly to: number },
  [left, right]: readonly [left: number, right: number],
): TimeScale {
  const { from } = range
  const to = range.to > from ? range.to : from + 1
  const inside = times.filter((ms) => ms > from && ms < to)
  const distinct = [...new Set([from, ...inside, to])].toSorted((one, other) => one - other)
  const knots = distinct.map((ms, rank) => {
    const byTime = (ms - from) / (to - from)
    const byRank = rank / (distinct.length - 1)
    return { ms, x: left + (right - left) * (BY_TIME * byTime + (1 - BY_TIME) * byRank) }
  })
  const x = (ms: number): number => between(knots, ms)
  return { x, ticks: ticks(x, from, to) }
}

function between(knots: readonly Knot[], ms: number): number {
  const found = knots.findIndex((knot) => knot.ms >= ms)
  const after = knots[found === -1 ? knots.length - 1 : Math.max(1, found)]
  const before = knots[(found === -1 ? knots.length - 1 : Math.max(1, found)) - 1]
  if (before === undefined || after === undefined) return knots[0]?.x ?? 0
  const share = (ms - before.ms) / (after.ms - before.ms)
  return before.x + (after.x - before.x) * share
}

/** The roundest times that are far enough apart to be read. */
function ticks(x: (ms: number) => number, from: number, to: number): readonly Tick[] {
  const chosen = new Map<number, number>()
  for (const step of roundSteps(to - from)) {
    for (let count = Math.ceil(from / step); count * step <= to; count++) {
      const ms = rounded(count * step)
      const here = x(ms)
      const isFree = [...chosen.values()].every((other) => Math.abs(other - here) >= LEAST_TICK_GAP)
      if (isFree) chosen.set(ms, here)
    }
  }
  return [...chosen]
    .map(([ms, here]) => ({ x: here, text: timeText(ms) }))
    .toSorted((one, other) => one.x - other.x)
}

/** From the power of ten that is next below a stretch of time and two finer ones. */
function roundSteps(stretch: number): readonly number[] {
  let power = FINEST_MS
  // Found without logarithms, which may differ between machines in the last digit.
  while (power * 10 <= stretch) power *= 10
  return [power, power / 2, power / 10]
}
