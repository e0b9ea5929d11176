/** What a whole run takes on the stage, in seconds; it lies between 20 and 40. */
const WHOLE_RUN_S = 28

/** Virtual milliseconds for each real second: numbers that can be said. */
const ROUND = [1, 1.5, 2, 3, 5, 7, 10] as const

/** Half a millisecond for a run of nothing: a pace is never zero. */
const SLOWEST = 0.5

/** The pace at which a run of this length takes about half a minute. */
export function paceOf(endMs: number): number {
  const wanted = Math.max(SLOWEST, endMs / WHOLE_RUN_S)
  const power = 10 ** Math.floor(Math.log10(wanted))
  const best = ROUND.reduce((near, each) => {
    return distance(each * power, wanted) < distance(near * power, wanted) ? each : near
  })
  return Number((best * power).toPrecision(2))
}

/** How much slower and faster than its own pace a run can be played. */
export const TEMPOS = [1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4] as const

/** The next tempo in a direction; the same one where there is none. */
export function shiftTempo(tempo: number, by: -1 | 1): number {
  const at = TEMPOS.findIndex((each) => each === tempo)
  return TEMPOS[at + by] ?? tempo
}

/** Times the pace: a number that can be read, with three digits at most. */
export function paceText(msPerSecond: number): string {
  const value = msPerSecond >= 10 ? Math.round(msPerSecond) : Number(msPerSecond.toPrecision(2))
  return `${value} ms/s`
}

function distance(a: number, b: number): number {
  return Math.abs(Math.log(a / b))
}
