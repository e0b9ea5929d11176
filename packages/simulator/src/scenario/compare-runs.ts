import { traceText } from '../trace/trace-text.ts'
import type { Trace, TraceFinding } from '../trace/trace.ts'
import type { Report } from './report.ts'

/**
 * Whether two runs of the same options were the same, event by event. They are, unless code in the
 * world asks something else than its `env`: a clock, chance, or a variable that outlives the run.
 *
 * @returns null when they are the same; else a finding with the first event in which they differ,
 *   where both reports have their trace
 */
export function compareRuns(one: Report, two: Report): TraceFinding | null {
  if (one.hash === two.hash) return null
  const rule = 'The same seed gives the same run'
  const finding = { at: 0, kind: 'not-deterministic', rule }
  const difference = one.trace && two.trace && firstDifference(one.trace, two.trace)
  if (!difference) {
    const text = `two runs of seed ${one.run.seed} differ: ${one.hash} and ${two.hash}`
    return { ...finding, text }
  }
  return { ...finding, ...difference }
}

/** One event as a line of the trace's text. */
function lineOf(trace: Trace, place: number): string {
  if (place >= trace.events.length) return 'the end'
  const events = trace.events.slice(0, place + 1)
  const lines = traceText({ ...trace, events, findings: [] })
    .trimEnd()
    .split('\n')
  return (lines.at(-1) ?? '').trim().replaceAll(/ {2,}/g, ' ')
}

function firstDifference(one: Trace, two: Trace): { at: number; text: string } | null {
  const length = Math.max(one.events.length, two.events.length)
  for (let place = 0; place < length; place++) {
    const [first, second] = [one.events[place], two.events[place]]
    if (JSON.stringify(first) === JSON.stringify(second)) continue
    const at = first?.at ?? second?.at ?? 0
    const said = [lineOf(one, place), lineOf(two, place)]
    return { at, text: `event ${place + 1} is "${said.join('" in one run and "')}" in the other` }
  }
  return null
}
