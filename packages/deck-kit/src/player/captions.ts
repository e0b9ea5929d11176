import { describeFault } from '@five-pillars/simulator'
import type { Trace, TraceEvent } from '@five-pillars/simulator'

/** One line about the world, valid from its time until the next one. */
export interface Caption {
  readonly at: number
  readonly kind: 'plain' | 'fault' | 'finding'
  readonly text: string
}

/** A place on the time line that is worth jumping to. */
export interface Mark {
  readonly kind: 'fault' | 'finding' | 'heal'
  readonly at: number
  /** When what began here ends; the same time where nothing lasts. */
  readonly until: number
  /** Which of the rows it is drawn in, from 0: those in one row do not overlap. */
  readonly row: number
}

/** What is said below the drawing in the course of a run: its faults and findings. */
export function captionsOf(trace: Trace): Caption[] {
  const first: Caption = { at: 0, kind: 'plain', text: startText(trace) }
  const active = new Map<number, string>()
  const captions: Caption[] = [first]
  for (const event of trace.events) {
    const caption = captionOf(event, active)
    if (caption !== undefined) captions.push(caption)
  }
  for (const { at, rule, text } of trace.findings) {
    captions.push({ at, kind: 'finding', text: `broken: ${rule}. ${text}` })
  }
  if (trace.findings.length === 0) {
    captions.push({ at: trace.endMs, kind: 'plain', text: 'the run ends, and nothing was broken' })
  }
  // Sorting keeps what is at one time in its order: a finding is said last, and so it is seen.
  return captions.toSorted((a, b) => a.at - b.at)
}

/** Rows of marks that have room above the time line. */
const MOST_ROWS = 3

export function marksOf(trace: Trace): Mark[] {
  const ends = new Map<number, number>()
  for (const event of trace.events) if (event.kind === 'fault-ends') ends.set(event.fault, event.at)
  const healed = trace.healedAt ?? trace.endMs
  const rows: number[] = []
  const faults = trace.events.flatMap((event): Mark[] => {
    if (event.kind !== 'fault') return []
    const lasts = event.what.kind !== 'clock-jump'
    const until = ends.get(event.fault) ?? (lasts ? Math.max(event.at, healed) : event.at)
    const free = rows.findIndex((end) => end < event.at)
    const row = free < 0 ? Math.min(rows.length, MOST_ROWS - 1) : free
    rows[row] = until
    return [{ kind: 'fault', at: event.at, until, row }]
  })
  return [...faults, ...points('heal', trace.healedAt === null ? [] : [trace.healedAt])].concat(
    points(
      'finding',
      trace.findings.map(({ at }) => at),
    ),
  )
}

function points(kind: 'heal' | 'finding', times: readonly number[]): Mark[] {
  return times.map((at) => ({ kind, at, until: at, row: 0 }))
}

function startText({ nodes, world }: Trace): string {
  const servers = nodes.filter(({ role }) => role === 'server').length
  const clients = nodes.length - servers
  const counts = [counted(servers, 'server'), ...(clients > 0 ? [counted(clients, 'client')] : [])]
  return `${world}: ${counts.join(', ')}`
}

function captionOf(event: TraceEvent, active: Map<number, string>): Caption | undefined {
  const { at } = event
  if (event.kind === 'fault') {
    active.set(event.fault, describeFault(event.what, { node: event.node, brief: true }))
    return { at, kind: 'fault', text: newestFirst(active) }
  }
  if (event.kind === 'heal') {
    active.clear()
    return { at, kind: 'plain', text: 'healed: all faults end here' }
  }
  if (event.kind !== 'fault-ends') return undefined
  const ended = active.get(event.fault) ?? 'the fault'
  active.delete(event.fault)
  if (active.size > 0) return { at, kind: 'fault', text: newestFirst(active) }
  return { at, kind: 'plain', text: `over: ${ended}` }
}

function newestFirst(active: ReadonlyMap<number, string>): string {
  return [...active.values()].toReversed().join(' · ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
