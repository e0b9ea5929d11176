// eslint-disable-next-line no-control-regex -- colours are made of control characters
const PARTS = /\u001B\[[\d;]*m|[\s\S]/gu

/** Two columns wide in terminals: East Asian scripts and pictures. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u

/** A line as far as it fits, its colours closed. Only the end of it is ever lost. */
export function fit(line: string, columns: number): string {
  let used = 0
  let isColored = false
  let shown = ''
  for (const [part] of line.matchAll(PARTS)) {
    if (part.startsWith('\u001B[')) {
      isColored = true
      shown += part
      continue
    }
    used += WIDE.test(part) ? 2 : 1
    if (used > columns) return isColored ? `${shown}\u001B[0m` : shown
    shown += part
  }
  return shown
}
