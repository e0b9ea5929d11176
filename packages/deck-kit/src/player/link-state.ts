import type { NodeId } from '@five-pillars/simulator'

import type { Link } from './links.ts'
import { groupsOf } from './partition-lines.ts'
import type { WorldState } from './world-state.ts'

export type LinkState =
  | { readonly kind: 'whole' }
  /** Cut, and a line of a partition shows where. */
  | { readonly kind: 'divided' }
  | { readonly kind: 'cut' }
  /** Nothing passes to `to`; the way back is open. */
  | { readonly kind: 'one-way'; readonly to: NodeId }

/** What passes on a link. */
export function linkState(
  { a, b }: Link,
  state: Pick<WorldState, 'cut' | 'faults'>,
  servers: readonly NodeId[],
): LinkState {
  const isCut = (from: NodeId, to: NodeId): boolean =>
    state.cut.some(([start, end]) => start === from && end === to)
  const there = isCut(a, b)
  const back = isCut(b, a)
  if (!there && !back) return { kind: 'whole' }
  if (there !== back) return { kind: 'one-way', to: there ? b : a }
  const isDivided = state.faults.some((fault) => {
    const group = groupsOf(fault, servers)?.find((each) => each.includes(a))
    return group !== undefined && !group.includes(b) && servers.includes(b)
  })
  return { kind: isDivided ? 'divided' : 'cut' }
}
