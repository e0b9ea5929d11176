const SECOND_MS = 1000
/** From here on a length of time reads better as a part of a second: `0.5 s`. */
const HALF_SECOND_MS = 500

/** A moment or a shift, at most three decimals: `203.4 ms` below one second, `1.25 s` above. */
export function timeText(ms: number): string {
  return withUnit(ms, SECOND_MS)
}

/** How long something lasts: `30 ms` below half a second, `0.5 s` from there. */
export function durationText(ms: number): string {
  return withUnit(ms, HALF_SECOND_MS)
}

function withUnit(ms: number, secondsFrom: number): string {
  const exact = rounded(ms)
  if (Math.abs(exact) < secondsFrom) return `${exact} ms`
  return `${rounded(exact / SECOND_MS)} s`
}

/** To three decimals, which is as exact as a trace is. */
export function rounded(value: number): number {
  return Number(value.toFixed(3)) + 0
}
