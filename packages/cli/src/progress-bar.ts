const WIDTH = 24

/** A running count with a label. */
interface Progress {
  /** From 0 to 1. */
  done: number
  message: string
}

export interface ProgressBar {
  update: (progress: Progress) => void
  stop: () => void
}

/** A bar on stderr that redraws in place; silent where stderr is not a terminal. */
export function progressBar(title: string): ProgressBar {
  const stream = process.stderr
  if (!stream.isTTY) return { update: () => {}, stop: () => {} }
  return {
    update: ({ done, message }) => {
      stream.write(`\r\u001B[2K${drawBar(title, done, message).slice(0, stream.columns - 1)}`)
    },
    stop: () => {
      stream.write('\r\u001B[2K')
    },
  }
}

/** One line such as `work  ██████──────  50 %  printing`. */
export function drawBar(title: string, done: number, message: string): string {
  const share = Math.min(1, Math.max(0, done))
  const filled = Math.round(share * WIDTH)
  const bar = '█'.repeat(filled) + '─'.repeat(WIDTH - filled)
  return `${title}  ${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${message}`
}
