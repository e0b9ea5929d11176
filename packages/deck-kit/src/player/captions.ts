import { describeFault, isInstant } from '@five-pillars/simulator'
import type { Fault, Trace, TraceEvent } from '@five-pillars/simulator'

import { faultTexts, isWayBack } from './fault-texts.ts'
import type { Said } from './fault-texts.ts'

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
  const faults: Faults = { active: new Map(), instant: new Set(), ended: [], endedAt: -1 }
  const captions: Caption[] = [first]
  for (const event of trace.events) {
    const caption = captionOf(event, faults)
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
  const drawn: { what: Fault; at: number; until: number }[] = []
  const faults = trace.events.flatMap((event): Mark[] => {
    if (event.kind !== 'fault') return []
    const { at, what } = event
    const until = ends.get(event.fault) ?? (isInstant(what) ? at : Math.max(at, healed))
    const isDrawn = drawn.some((each) => {
      return each.at === at && each.until === until && isWayBack(each.what, what)
    })
    if (isDrawn) return []
    drawn.push({ what, at, until })
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

/** What is known of the faults of a run, up to an event of it. */
interface Faults {
  readonly active: Map<number, Said>
  /** Those that were over as soon as they happened. */
  readonly instant: Set<number>
  /** Those that ended last, all at one time. */
  ended: Said[]
  endedAt: number
}

function captionOf(event: TraceEvent, faults: Faults): Caption | undefined {
  const { active, instant } = faults
  const { at } = event
  if (event.kind === 'fault') {
    const { fault, what, node } = event
    const said = { what, text: describeFault(what, { node, brief: true }) }
    if (isInstant(what)) instant.add(fault)
    else active.set(fault, said)
    const others = isInstant(what) ? [...active.values(), said] : [...active.values()]
    return { at, kind: 'fault', text: faultTexts(others) }
  }
  if (event.kind === 'heal') {
    active.clear()
    return { at, kind: 'plain', text: 'healed: all faults end here' }
  }
  if (event.kind !== 'fault-ends' || instant.has(event.fault)) return undefined
  const ended = active.get(event.fault)
  active.delete(event.fault)
  if (at !== faults.endedAt) faults.ended = []
  faults.endedAt = at
  if (ended !== undefined) faults.ended.push(ended)
  if (active.size > 0) return { at, kind: 'fault', text: faultTexts([...active.values()]) }
  return { at, kind: 'plain', text: `over: ${faultTexts(faults.ended) || 'the fault'}` }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
