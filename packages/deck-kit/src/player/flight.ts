import type { NodeId, Trace, TraceEvent } from '@five-pillars/simulator'

import type { Span } from './span-index.ts'

/** A message on its way, from its sending until nothing of it is to be seen any more. */
export interface Flight extends Span {
  readonly message: number
  readonly sender: NodeId
  readonly receiver: NodeId
  readonly label: string
  readonly isCopy: boolean
  /** Which of the messages of its link it is, from 1; a copy has the number of its original. */
  readonly nth: number
  /** Whether its label is drawn: see `chooseLabels`. */
  readonly isLabelled: boolean
  /** When it arrives, or would arrive. */
  readonly arrivesAt: number
  /** Whether it leaves a line behind. */
  readonly isFast: boolean
  /** Where on its way it ends in a cross, 0 to 1; undefined when it arrives. */
  readonly endsIn?: number
  /** The network has lost it already, wherever it is seen to be. */
  readonly isDoomed: boolean
}

type LossReason = Extract<TraceEvent, { readonly kind: 'lose' }>['why']

/** Where the way of a message ends, and why it does where it does not arrive. */
interface End {
  readonly at: number
  readonly why?: LossReason
  /** When it would have arrived, where a fault took it from its way. */
  readonly dueAt?: number
}

/** Share of the way after which a message that does not arrive ends in its cross. */
const END = { lost: 0.55, cut: 0.5, down: 1 } as const satisfies Record<LossReason, number>

/** Shares of a way are quotients of times, which may differ in their last digits. */
const ROUNDING = 1e-9

/** Labels that can be read at one time. */
const MOST_LABELS = 10

/**
 * Every message of a run.
 *
 * @param lingerMs virtual milliseconds for which a cross is shown
 * @param wakeMs virtual milliseconds for which the way of a message is to be seen at least: one that
 *   is faster leaves a line behind, since its dot is gone before anybody has seen it
 */
export function flightsOf(trace: Trace, lingerMs: number, wakeMs: number): Flight[] {
  const ends = new Map<number, End>()
  const counts = new Map<string, number>()
  for (const event of trace.events) {
    if (event.kind === 'deliver') ends.set(event.message, { at: event.at })
    if (event.kind === 'lose') ends.set(event.message, event)
  }
  const sent = trace.events.filter((event) => event.kind === 'send' && event.from !== event.to)
  const usualMs = usualLatencyMs(sent, ends)
  const flights = sent.flatMap((event): Flight[] => {
    if (event.kind !== 'send') return []
    const end = ends.get(event.message)
    const link = JSON.stringify([event.from, event.to])
    const nth = (counts.get(link) ?? 0) + (event.duplicate === true ? 0 : 1)
    counts.set(link, nth)
    const flight = {
      message: event.message,
      sender: event.from,
      receiver: event.to,
      label: event.label,
      isCopy: event.duplicate === true,
      nth,
      isDoomed: end?.why === 'lost' && end.dueAt === undefined,
      isLabelled: false,
      from: event.at,
    }
    if (end?.why === undefined) {
      // What is under way when the run ends never arrives in it.
      const arrivesAt = end?.at ?? trace.endMs + Math.max(usualMs, (trace.endMs - event.at) / 4)
      const isFast = arrivesAt - event.at < wakeMs
      return [{ ...flight, arrivesAt, isFast, until: isFast ? event.at + wakeMs : arrivesAt }]
    }
    // The engine may know at once that a message is lost: it is seen to leave all the same.
    const arrivesAt = end.dueAt ?? Math.max(end.at, event.at + usualMs)
    const endsIn =
      end.dueAt === undefined ? END[end.why] : (end.at - event.at) / (end.dueAt - event.at)
    const until = event.at + (arrivesAt - event.at) * endsIn + lingerMs
    return [{ ...flight, arrivesAt, isFast: false, endsIn, until }]
  })
  return chooseLabels(flights)
}

/** How far a message has come, 0 to 1, and whether that is where it is lost. */
export function progressAt(flight: Flight, at: number): { way: number; isLost: boolean } {
  const whole = flight.arrivesAt - flight.from
  const way = whole <= 0 ? 1 : Math.min(1, (at - flight.from) / whole)
  const isLost = flight.endsIn !== undefined && way >= flight.endsIn - ROUNDING
  return { way: isLost ? (flight.endsIn ?? way) : way, isLost }
}

/** The middle one of the times that messages took, in milliseconds. */
function usualLatencyMs(sent: Trace['events'], ends: ReadonlyMap<number, End>): number {
  const times = sent.flatMap((event) => {
    const end = event.kind === 'send' ? ends.get(event.message) : undefined
    return end === undefined || end.why !== undefined ? [] : [end.at - event.at]
  })
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 1
}

/**
 * One label for what one node says to many, or many to one: the same words five times over hide
 * each other. A label stays with its message, since one that comes and goes cannot be read.
 */
function chooseLabels(flights: readonly Flight[]): Flight[] {
  const taken = new Map<string, number>()
  let shown: number[] = []
  return flights.map((flight) => {
    const { label, sender, receiver, from, until } = flight
    const keys = [`>${sender} ${label}`, `<${receiver} ${label}`]
    shown = shown.filter((end) => end > from)
    const isTaken = keys.some((key) => (taken.get(key) ?? -1) > from)
    if (label === '' || isTaken || shown.length >= MOST_LABELS) return flight
    for (const key of keys) taken.set(key, until)
    shown.push(until)
    return { ...flight, isLabelled: true }
  })
}
