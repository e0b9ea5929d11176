import type { SuiteReport } from '../../run/events.ts'

const LINE_CHARACTERS_MAX = 500
const LINES_MAX = 50

export interface Reporter {
  report(event: SuiteReport): void
  /** A line that the submission logged, in the test that runs now. */
  log(text: string): void
}

/** Tells the process around the isolate what happens, as it happens. */
export function createReporter(send: (json: string) => void): Reporter {
  const lines = new Map<string | null, number>()
  let running: string | null = null
  return {
    report(event) {
      if (event.kind === 'started') running = event.test
      send(JSON.stringify(event))
    },
    log(text) {
      const count = (lines.get(running) ?? 0) + 1
      lines.set(running, count)
      if (count > LINES_MAX) return
      send(JSON.stringify({ kind: 'console', test: running, text: shorten(text) }))
    },
  }
}

function shorten(text: string): string {
  return text.length > LINE_CHARACTERS_MAX ? `${text.slice(0, LINE_CHARACTERS_MAX - 1)}…` : text
}
