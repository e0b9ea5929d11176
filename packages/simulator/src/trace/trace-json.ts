import type { Trace } from './trace.ts'

/** A trace as a file: JSON with one event a line, so that a change of a run can be reviewed. */
export function traceJson({ events, ...about }: Trace): string {
  const head = JSON.stringify(about).slice(0, -1)
  const lines = events.map((event) => JSON.stringify(event)).join(',\n')
  return `${head},"events":[\n${lines}\n]}\n`
}
