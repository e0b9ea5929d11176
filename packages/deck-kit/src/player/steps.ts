import { describeFault } from '@five-pillars/simulator'
import type { NodeId, Trace, TraceEvent } from '@five-pillars/simulator'

import { noteText } from './notes.ts'
import { lastUntil } from './search.ts'

/** A time at which something happens, with the words for the weightiest thing that does. */
export interface Step {
  readonly at: number
  readonly text: string
}

/** What is told of several things at one time, the weightiest first. */
const WEIGHT = [
  'finding',
  'fault',
  'heal',
  'crash',
  'restart',
  'pause',
  'resume',
  'fault-ends',
  'return',
  'invoke',
  'emit',
  'deliver',
  'send',
  'lose',
  'start',
] as const

interface Told {
  readonly at: number
  readonly kind: (typeof WEIGHT)[number]
  readonly text: string
}

/** Every time of a run at which there is something to see, in order, with its beginning and end. */
export function stepsOf(trace: Trace): Step[] {
  const steps: Step[] = []
  let group: Told[] = []
  const close = (): void => {
    const first = group[0]
    if (first === undefined) return
    const [top = first] = group.toSorted((a, b) => weight(a) - weight(b))
    const more = group.length - 1
    steps.push({ at: first.at, text: more === 0 ? top.text : `${top.text} (and ${more} more)` })
    group = []
  }
  for (const each of tell(trace)) {
    if (each.at !== group[0]?.at) close()
    group.push(each)
  }
  close()
  if (steps[0]?.at !== 0) steps.unshift({ at: 0, text: 'the beginning' })
  if ((steps.at(-1)?.at ?? 0) < trace.endMs) steps.push({ at: trace.endMs, text: 'the end' })
  return steps
}

/** The first time after `at` at which something happens; the last one where none is left. */
export function stepAfter(steps: readonly Step[], at: number): Step | undefined {
  return steps[Math.min(steps.length - 1, lastUntil(steps, at) + 1)]
}

/** The last time before `at` at which something happens; the first one where none is left. */
export function stepBefore(steps: readonly Step[], at: number): Step | undefined {
  const index = lastUntil(steps, at)
  return steps[Math.max(0, steps[index]?.at === at ? index - 1 : index)]
}

/** What happens at exactly this time. */
export function stepAt(steps: readonly Step[], at: number): Step | undefined {
  const step = steps[lastUntil(steps, at)]
  return step?.at === at ? step : undefined
}

function tell(trace: Trace): Told[] {
  const pairs = new Map<number, readonly [from: NodeId, to: NodeId, label: string]>()
  const gauges = new Set(trace.show.gauges)
  const calls = new Map<number, NodeId>()
  for (const event of trace.events) {
    if (event.kind === 'send') pairs.set(event.message, [event.from, event.to, event.label])
    if (event.kind === 'invoke') calls.set(event.operation, event.client)
  }
  const told = trace.events.flatMap((event): Told[] => {
    if (event.kind === 'timer' || event.kind === 'links') return []
    if (event.kind === 'emit' && gauges.has(event.event)) return []
    return [{ at: event.at, kind: event.kind, text: textOf(event, pairs, calls) }]
  })
  const findings = trace.findings.map(({ at, text }): Told => ({ at, kind: 'finding', text }))
  return [...told, ...findings].toSorted((a, b) => a.at - b.at)
}

function weight({ kind }: Told): number {
  return WEIGHT.indexOf(kind)
}

type Tellable = Exclude<TraceEvent, { readonly kind: 'timer' | 'links' }>

function textOf(
  event: Tellable,
  pairs: ReadonlyMap<number, readonly [from: NodeId, to: NodeId, label: string]>,
  calls: ReadonlyMap<number, NodeId>,
): string {
  switch (event.kind) {
    case 'send':
      return `${event.from} → ${event.to}: ${event.label}`
    case 'deliver':
    case 'lose': {
      const [from, to, label] = pairs.get(event.message) ?? ['?', '?', '?']
      return event.kind === 'deliver'
        ? `${to} hears from ${from}: ${label}`
        : `lost, ${from} → ${to}: ${label}`
    }
    case 'emit':
      return `${event.node}: ${noteText(event.event, event.data)}`
    case 'start':
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      return `${event.node} ${VERB[event.kind]}`
    case 'fault':
      return describeFault(event.what, { node: event.node, brief: true })
    case 'fault-ends':
      return 'the fault ends'
    case 'heal':
      return 'all faults end'
    case 'invoke':
      return `${event.client}: ${event.text}`
    case 'return':
      break
  }
  return `${calls.get(event.operation) ?? '?'}: ${event.text}`
}

const VERB = {
  start: 'starts',
  crash: 'crashes',
  restart: 'starts again',
  pause: 'stands still',
  resume: 'goes on',
} as const
