import type { NodeId } from '../contract.ts'
import type { Trace } from './trace.ts'

/** A stretch of time in which the same links were cut. */
export interface Cut {
  readonly links: readonly (readonly [NodeId, NodeId])[]
  readonly from: number
  readonly to: number
}

/** When links were cut, and which. */
export function cutsOf(trace: Trace): readonly Cut[] {
  const changes = trace.events.flatMap((event) => {
    if (event.kind === 'links') return [{ at: event.at, links: event.cut }]
    return event.kind === 'heal' ? [{ at: event.at, links: [] }] : []
  })
  return changes.flatMap(({ at, links }, index) =>
    links.length === 0 ? [] : [{ links, from: at, to: changes[index + 1]?.at ?? trace.endMs }],
  )
}
