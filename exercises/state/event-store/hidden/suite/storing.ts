import { BrokenPromise, holds, quoted, stepLines } from '@five-pillars/suite'

import type { EventStore } from '../../src/event-store.ts'
import { scripts } from './script.ts'
import type { Call } from './script.ts'
import { INIT, apply, upcast } from './shapes.ts'
import type { State, Today } from './shapes.ts'
import { asked, textOf } from './subject.ts'
import type { Subject } from './subject.ts'

type Store = EventStore<State, Today>

/** What a call came to: its answer as text, or that it was refused. */
interface Done {
  readonly got: string
  readonly isRefused: boolean
  /** How often `apply` was called meanwhile. */
  readonly applied: number
}

type Judge = (call: Call, done: Done) => string | undefined

/** The writer who comes second is told the version that the stream has. */
export function tellsConflict(subject: Subject): void {
  play(subject, (call, { got }) => {
    if (call.kind !== 'append' || call.why !== 'conflict') return undefined
    const { expected, wanted } = call
    if (got === textOf(wanted)) return undefined
    return `gives ${got}, but the stream is not at ${expected}: ${textOf(wanted)}`
  })
}

/** A command that was answered is never carried out again. */
export function answersOnce(subject: Subject): void {
  play(subject, (call, { got }) => {
    if (call.kind !== 'append' || call.why !== 'repeated' || got === textOf(call.wanted))
      return undefined
    return `gives ${got}; the first time it was answered ${textOf(call.wanted)}`
  })
}

/** Nothing is lost, doubled, mixed up or half there. */
export function keepsAccepted(subject: Subject): void {
  play(subject, (call, { got }) => {
    if (call.kind !== 'read') return undefined
    const wanted = placesIn(textOf(call.wanted))
    return placesIn(got) === wanted ? undefined : `gives ${placesIn(got)}, but it holds ${wanted}`
  })
}

/** Whoever has seen the present version is let in. */
export function acceptsPresent(subject: Subject): void {
  play(subject, (call, { got }) => {
    if (call.kind !== 'append' || call.why !== 'accepted' || got === textOf(call.wanted))
      return undefined
    return `gives ${got}, but the stream is at ${call.expected}: ${textOf(call.wanted)}`
  })
}

/** What was written years ago is read in the shape that it has today. */
export function readsToday(subject: Subject): void {
  play(subject, (call, { got }) => {
    if (call.kind !== 'read' || got === textOf(call.wanted)) return undefined
    const parts = got.split('}, {')
    const wanted = textOf(call.wanted).split('}, {')
    const place = parts.findIndex((part, index) => part !== wanted[index])
    return `has ${bare(parts[place])}, but in today's shape it is ${bare(wanted[place])}`
  })
}

/** With snapshots and without, the same. */
export function restoresAll(subject: Subject): void {
  play(subject, (call, { got }) => {
    if (call.kind !== 'restore' || got === textOf(call.wanted)) return undefined
    return `gives ${got}, but all events come to ${textOf(call.wanted)}`
  })
}

/** Only what came after the newest snapshot is applied. */
export function usesSnapshots(subject: Subject): void {
  play(subject, (call, { applied }) => {
    if (call.kind !== 'restore' || applied === call.later) return undefined
    return `calls apply ${applied} times, but ${call.later} events came after the newest snapshot`
  })
}

/** A snapshot of a version that was never there would be believed for ever. */
export function refusesSnapshots(subject: Subject): void {
  play(subject, (call, { isRefused }) => {
    if (call.kind !== 'snapshot' || call.isThere || isRefused) return undefined
    return 'is taken, but the stream has no such version: it has to throw'
  })
}

function play(subject: Subject, judge: Judge): void {
  holds([scripts], (calls) => {
    const steps: string[] = []
    let applied = 0
    const counting = (state: State, event: Today): State => {
      applied += 1
      return apply(state, event)
    }
    const options = { upcast, init: INIT, apply: counting }
    const store = asked(
      () => subject.createEventStore<State, Today>(options),
      () => 'createEventStore',
    )
    for (const call of calls) {
      const text = callText(call)
      applied = 0
      const done = doCall(store, call, () => stepLines([...steps, text]))
      const wrong = judge(call, { ...done, applied })
      if (wrong === undefined) {
        // From here on the store holds something else: what it says says nothing about this promise.
        if (!isRight(call, done)) return
        steps.push(stepText(text, call, done))
        continue
      }
      if (calls.length === 0) throw new Error('sentinel-event-store-storing.ts: nothing was asked')
      const before = steps.length === 0 ? [] : ['before:', stepLines(steps)]
      throw new BrokenPromise([text, `${wrong}.`, ...before].join('\n'))
    }
  })
}

function isRight(call: Call, { got, isRefused }: Omit<Done, 'applied'>): boolean {
  if (call.kind === 'snapshot') return call.isThere !== isRefused
  const wanted = textOf(call.wanted)
  return call.kind === 'read' ? placesIn(got) === placesIn(wanted) : got === wanted
}

function stepText(text: string, call: Call, { got, isRefused }: Omit<Done, 'applied'>): string {
  if (call.kind === 'snapshot') return isRefused ? `${text}, throws` : text
  return `${text}: ${call.kind === 'read' ? placesIn(got) : got}`
}

/** Only a snapshot that is not there may throw. */
function doCall(store: Store, call: Call, story: () => string): Omit<Done, 'applied'> {
  if (call.kind === 'snapshot' && !call.isThere) {
    try {
      return { got: textOf(answer(store, call)), isRefused: false }
    } catch {
      return { got: '', isRefused: true }
    }
  }
  return { got: asked(() => textOf(answer(store, call)), story), isRefused: false }
}

function answer(store: Store, call: Call): unknown {
  switch (call.kind) {
    case 'append':
      return store.append(call.stream, call.expected, Object.freeze([...call.events]), call.command)
    case 'read':
      return call.from === undefined ? store.read(call.stream) : store.read(call.stream, call.from)
    case 'snapshot':
      return store.snapshot(call.stream, call.version, call.state)
    case 'restore':
      return store.restore(call.stream)
  }
}

function callText(call: Call): string {
  const stream = quoted(call.stream)
  switch (call.kind) {
    case 'append': {
      const events = call.events.map(({ n }) => `#${n}`).join(' ')
      return `append ${stream} at ${call.expected}, [${events}], command ${quoted(call.command)}`
    }
    case 'read':
      return call.from === undefined ? `read ${stream}` : `read ${stream} from ${call.from}`
    case 'snapshot':
      return `snapshot ${stream} at ${call.version}, ${textOf(call.state)}`
    case 'restore':
      return `restore ${stream}`
  }
}

/** Of what was read, the versions and the numbers of the events, whatever their shape. */
function placesIn(text: string): string {
  const places = [...text.matchAll(/version: ([^,]+), event: \{[^}]*?n: (\d+)/g)]
  const read = places.map(([, version, n]) => `${version}=#${n}`)
  return text.startsWith('[') && text.split('version: ').length === places.length + 1
    ? `[${read.join(' ')}]`
    : text
}

function bare(part: string | undefined): string {
  return part === undefined ? 'nothing' : part.replaceAll(/^\[?\{|\}?\]?$/g, '')
}
