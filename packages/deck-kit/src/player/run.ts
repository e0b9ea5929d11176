import type { Trace, TraceFinding } from '@five-pillars/simulator'

import { callsOf } from './calls.ts'
import type { Call } from './calls.ts'
import { captionsOf, marksOf } from './captions.ts'
import type { Caption, Mark } from './captions.ts'
import { flightsOf } from './flight.ts'
import type { Flight } from './flight.ts'
import { notesOf } from './notes.ts'
import type { Note } from './notes.ts'
import { paceOf } from './pace.ts'
import { lastUntil } from './search.ts'
import { indexSpans, spansAt } from './span-index.ts'
import type { SpanIndex } from './span-index.ts'
import { stepsOf } from './steps.ts'
import type { Step } from './steps.ts'
import { momentsOf } from './world-state.ts'
import type { Moment, WorldState } from './world-state.ts'

/** A trace made ready to be asked for any time of it, in any order, sixty times a second. */
export interface Run {
  readonly trace: Trace
  readonly endMs: number
  /** Virtual milliseconds for each real second, at tempo 1. */
  readonly paceMs: number
  /** Where the stage stops by itself: the first finding. */
  readonly stopAt?: number
  /** The largest value of each gauge in the whole run, in the order of `trace.show.gauges`. */
  readonly tallest: readonly number[]
  readonly moments: readonly Moment[]
  readonly flights: SpanIndex<Flight>
  readonly calls: SpanIndex<Call>
  readonly notes: SpanIndex<Note>
  readonly captions: readonly Caption[]
  readonly marks: readonly Mark[]
  readonly steps: readonly Step[]
}

/** How long things are shown that happen at once, in seconds at the run's own pace. */
const LINGER_S = { cross: 0.6, wake: 0.3, note: 1.6, answer: 1.8 } as const

/** @param pace of the run in whose place it is shown, so that time does not go by at another one */
export function prepareRun(trace: Trace, pace?: number): Run {
  const endMs = Math.max(trace.endMs, trace.events.at(-1)?.at ?? 0)
  const paceMs = pace ?? paceOf(endMs)
  const stopAt = trace.findings[0]?.at
  return {
    trace,
    endMs,
    paceMs,
    ...(stopAt === undefined ? {} : { stopAt }),
    tallest: tallestOf(trace),
    moments: momentsOf(trace),
    flights: indexSpans(flightsOf(trace, LINGER_S.cross * paceMs, LINGER_S.wake * paceMs), endMs),
    calls: indexSpans(callsOf(trace, LINGER_S.answer * paceMs), endMs),
    notes: indexSpans(notesOf(trace, LINGER_S.note * paceMs), endMs),
    captions: captionsOf(trace),
    marks: marksOf(trace),
    steps: stepsOf(trace),
  }
}

function tallestOf({ events, show }: Trace): number[] {
  return (show.gauges ?? []).map((gauge) =>
    events.reduce((most, event) => {
      const value = event.kind === 'emit' && event.event === gauge ? event.data : undefined
      return typeof value === 'number' ? Math.max(most, value) : most
    }, 0),
  )
}

/** What is to be seen at a time, without the messages, which move. */
export interface Scene {
  readonly state: WorldState
  readonly caption: Caption | undefined
  readonly notes: readonly Note[]
  readonly calls: readonly Call[]
  /** Those of the calls that are answered. */
  readonly answered: ReadonlySet<Call>
  /** What has been found broken so far. */
  readonly found: readonly TraceFinding[]
}

export function sceneAt(run: Run, at: number): Scene {
  const moment = run.moments[Math.max(0, lastUntil(run.moments, at))]
  if (moment === undefined) throw new Error('a run has at least one moment')
  const calls = spansAt(run.calls, at)
  const { findings } = run.trace
  return {
    state: moment.state,
    caption: run.captions[lastUntil(run.captions, at)],
    notes: spansAt(run.notes, at),
    calls,
    answered: new Set(calls.filter(({ answeredAt }) => answeredAt <= at)),
    found: findings.slice(0, lastUntil(findings, at) + 1),
  }
}

/** Whether two scenes are the same picture, so that there is nothing to draw anew. */
export function isSameScene(a: Scene, b: Scene): boolean {
  return (
    a.state === b.state &&
    a.caption === b.caption &&
    a.answered.size === b.answered.size &&
    a.found.length === b.found.length &&
    isSameList(a.notes, b.notes) &&
    isSameList(a.calls, b.calls)
  )
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
