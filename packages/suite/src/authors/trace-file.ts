import type { Trace } from '@five-pillars/simulator'

/** Runs that slides can play, by the names of their files in `traces/`. */
export type Traces = Readonly<Record<string, () => Trace | Promise<Trace>>>

/** Name of the file in the exercise's folder `traces/`. */
export function traceFile(name: string): string {
  return `${name}.trace.json`
}
