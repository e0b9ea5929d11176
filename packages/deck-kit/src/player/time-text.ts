const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** In runs shorter than this every tenth of a millisecond counts. */
const SHORT_MS = 100

/** Virtual time as the clock of the stage shows it: `1,240 ms`. */
export function timeText(at: number, endMs: number): string {
  return `${(endMs < SHORT_MS ? tenths : whole).format(at)} ms`
}
