import type { NodeId } from '../../contract.ts'
import { callsOf } from '../calls-of.ts'
import type { Call } from '../calls-of.ts'
import { focusOf } from '../focus-of.ts'
import type { Emit, Focus } from '../focus-of.ts'
import { messagesOf } from '../messages-of.ts'
import type { Message } from '../messages-of.ts'
import { cutsOf } from '../cuts-of.ts'
import type { Cut } from '../cuts-of.ts'
import { periodsOf } from '../periods-of.ts'
import type { Period } from '../periods-of.ts'
import { nameText, shortened } from '../printable.ts'
import { selectMessages } from '../select-messages.ts'
import type { Trace, TraceEvent } from '../trace.ts'
import { headOf } from './head.ts'
import type { Head } from './head.ts'
import { LabelPlaces } from './label-places.ts'
import { NAME_SIZE } from './style.ts'
import { textWidth } from './text-width.ts'
import { timeScale } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'

export const WIDTH = 868
const HIGHEST = 400
const MOST_EVENTS = 60
const MOST_MESSAGES = 120
const LONGEST_NAME = 10
const MARGIN = 8
const GLYPH = 26
/** Between a name and the beginning of time, and behind its end. */
const GAP = 22
const AXIS = 30
const LANE_EDGE = 34
const WIDEST_LANE = 84

/** Where everything is, before anything is drawn. */
export interface Scene {
  readonly focus: Focus
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  readonly height: number
  readonly scale: TimeScale
  readonly lanes: readonly Lane[]
  readonly head: Head
  readonly messages: readonly Message[]
  readonly calls: readonly Call[]
  readonly emits: readonly Emit[]
  readonly crashes: readonly Crash[]
  readonly periods: readonly Period[]
  readonly cuts: readonly Cut[]
  readonly healedAt: number | null
  readonly leader: string | undefined
  readonly places: LabelPlaces
}

export interface Lane {
  readonly id: NodeId
  readonly name: string
  readonly role: 'server' | 'client'
  readonly y: number
}

interface Crash {
  readonly at: number
  readonly node: NodeId
}

export interface Window {
  readonly fromMs?: number
  readonly toMs?: number
}

/** Lays a trace out; a window that is not given is the last sixty events before the finding, or before its end. */
export function sceneOf(trace: Trace, wanted: Window): Scene {
  const focus = focusOf(trace)
  const { from, to } = windowOf(trace, focus, wanted)
  const isIn = (one: number, other: number): boolean => one <= to && other >= from
  const names = trace.nodes.map(({ id }) => shortened(nameText(id), LONGEST_NAME))
  const widest = Math.max(0, ...names.map((name) => textWidth(name, NAME_SIZE)))
  const left = MARGIN + GLYPH + widest + GAP
  const right = WIDTH - GAP
  const events = trace.events.filter(({ at }) => isIn(at, at))
  const times = events.filter(isDrawn).map(({ at }) => at)
  const scale = timeScale(times, { from, to }, [left, right])
  const head = headOf(trace, { from, to, left, right, scale })
  // What is under way for longer than the window would only be a line across it.
  const messages = messagesOf(trace)
    .map((each) => (each.end !== null && each.end.at > to ? { ...each, end: null } : each))
    .filter(({ sentAt, end }) => isIn(sentAt, sentAt) || (end !== null && isIn(end.at, end.at)))
  const height = heightOf(head.bottom, trace.nodes.length)
  const lanes = lanesOf(trace, names, head.bottom, height)
  return {
    focus,
    from,
    to,
    left,
    right,
    height,
    scale,
    head,
    lanes,
    messages:
      messages.length > MOST_MESSAGES ? selectMessages(messages, focus, MOST_MESSAGES) : messages,
    calls: callsOf(trace)
      .filter(({ invokedAt, answer }) => invokedAt < to && (answer?.at ?? to) >= from)
      .slice(-MOST_EVENTS),
    emits: fewest(
      events.filter((event) => event.kind === 'emit'),
      focus,
    ),
    crashes: events.flatMap((event) => (event.kind === 'crash' ? [event] : [])),
    periods: periodsOf(trace).filter((each) => isIn(each.from, each.to)),
    cuts: cutsOf(trace).filter((each) => isIn(each.from, each.to)),
    healedAt:
      trace.healedAt !== null && isIn(trace.healedAt, trace.healedAt) ? trace.healedAt : null,
    leader: trace.show.leader,
    places: new LabelPlaces({
      x: left - GAP / 2,
      y: head.bottom + 2,
      width: WIDTH - MARGIN - left + GAP / 2,
      height: height - AXIS - head.bottom - 2,
    }),
  }
}

/** Of too many marks those that the finding is about, and the last of these. */
function fewest(emits: readonly Emit[], { isAboutEvent }: Focus): readonly Emit[] {
  return emits.length > MOST_EVENTS ? emits.filter(isAboutEvent).slice(-MOST_EVENTS) : emits
}

/** Where a node's line is; undefined for a name that the trace does not list. */
export function laneOf({ lanes }: Scene, id: NodeId): Lane | undefined {
  return lanes.find((lane) => lane.id === id)
}

/** Where the line of time is. */
export function axisY({ height }: Scene): number {
  return height - AXIS + 4
}

/** Timers are noise, and that a node starts is no news. */
function isDrawn(event: TraceEvent): boolean {
  return event.kind !== 'timer' && event.kind !== 'start'
}

function windowOf(
  trace: Trace,
  focus: Focus,
  { fromMs, toMs }: Window,
): { readonly from: number; readonly to: number } {
  const drawn = trace.events.filter(isDrawn)
  const before = drawn.filter(({ at }) => at <= Math.min(focus.until, toMs ?? Infinity))
  const shown = drawn.length > MOST_EVENTS ? before.slice(-MOST_EVENTS) : drawn
  const last = drawn.length > MOST_EVENTS ? shown.at(-1)?.at : trace.endMs
  return {
    from: fromMs ?? shown[0]?.at ?? 0,
    to: toMs ?? Math.max(last ?? trace.endMs, focus.finding?.at ?? 0),
  }
}

function heightOf(top: number, lanes: number): number {
  return Math.min(HIGHEST, top + AXIS + 2 * LANE_EDGE + Math.max(0, lanes - 1) * WIDEST_LANE)
}

function lanesOf(
  { nodes }: Trace,
  names: readonly string[],
  top: number,
  height: number,
): readonly Lane[] {
  const room = height - AXIS - top - 2 * LANE_EDGE
  const step = nodes.length > 1 ? room / (nodes.length - 1) : 0
  return nodes.map(({ id, role }, index) => ({
    id,
    role,
    name: names[index] ?? '',
    y: top + LANE_EDGE + index * step,
  }))
}
