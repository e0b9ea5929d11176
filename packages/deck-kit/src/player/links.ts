import type { NodeId, Trace } from '@five-pillars/simulator'

/** Two nodes that talk in a run; `key` is the same whichever is named first. */
export interface Link {
  readonly key: string
  readonly a: NodeId
  readonly b: NodeId
}

/** All pairs of nodes between which a message is ever sent. */
export function linksOf(trace: Pick<Trace, 'events'>): Link[] {
  const links = new Map<string, Link>()
  for (const event of trace.events) {
    if (event.kind !== 'send' || event.from === event.to) continue
    const [a, b] = event.from < event.to ? [event.from, event.to] : [event.to, event.from]
    const key = JSON.stringify([a, b])
    links.set(key, { key, a, b })
  }
  return [...links.values()]
}
