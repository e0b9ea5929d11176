import type { NodeId, Trace } from '@five-pillars/simulator'

import type { Span } from './span-index.ts'

/** What a node told the world of itself, shown beside it for a moment. */
export interface Note extends Span {
  readonly node: NodeId
  readonly text: string
}

/** Letters that have room beside a node. */
const MOST_LETTERS = 16
/** Times are exact to the microsecond: digits behind it come from adding them up. */
const THOUSAND = 1000

/**
 * One note at a time for each node: the next one takes its place.
 *
 * @param lingerMs virtual milliseconds for which a note is shown at most
 */
export function notesOf(trace: Trace, lingerMs: number): Note[] {
  const gauges = new Set(trace.show.gauges)
  const next = new Map<NodeId, number>()
  const notes: Note[] = []
  for (const event of trace.events.toReversed()) {
    if (event.kind !== 'emit' || gauges.has(event.event)) continue
    const until = Math.min(event.at + lingerMs, next.get(event.node) ?? Infinity)
    next.set(event.node, event.at)
    // Of several at one time only the last is seen.
    if (until === event.at) continue
    notes.push({ node: event.node, text: noteText(event.event, event.data), from: event.at, until })
  }
  return notes.toReversed()
}

/** `leader term 3`, `apply 7`: an event and the plain values of its data. */
export function noteText(event: string, data: unknown): string {
  return shorten([event, ...wordsOf(data)].join(' '))
}

function wordsOf(data: unknown): string[] {
  if (data === undefined || data === null) return []
  if (typeof data === 'string') return [data]
  if (Array.isArray(data)) return data.flatMap(wordsOf)
  if (typeof data === 'number') return [String(Math.round(data * THOUSAND) / THOUSAND)]
  if (typeof data !== 'object') return [JSON.stringify(data)]
  return Object.entries(data).flatMap(([name, value]) => [name, ...wordsOf(value)])
}

function shorten(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…`
}
