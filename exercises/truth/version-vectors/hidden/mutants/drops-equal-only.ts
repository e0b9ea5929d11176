export type NodeId = string
export type VV = Readonly<Record<NodeId, number>>
export type Order = 'before' | 'after' | 'equal' | 'concurrent'

export interface Sib<T> {
  readonly version: VV
  readonly value: T
}

export function compare(a: VV, b: VV): Order {
  const hasMore = knowsMore(a, b)
  const hasLess = knowsMore(b, a)
  if (hasMore && hasLess) return 'concurrent'
  if (hasMore) return 'after'
  return hasLess ? 'before' : 'equal'
}

export function merge(a: VV, b: VV): VV {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...ids].map((id) => [id, Math.max(countOf(a, id), countOf(b, id))]))
}

export function bump(a: VV, id: NodeId): VV {
  return { ...a, [id]: countOf(a, id) + 1 }
}

/** Whatever the writer has not read stays: nobody has decided between it and the new value. */
export function put<T>(siblings: readonly Sib<T>[], context: VV, value: T, at: NodeId): Sib<T>[] {
  const unread = siblings.filter(({ version }) => compare(version, context) !== 'equal')
  return [...unread, { version: bump(context, at), value }]
}

/** Whether the first knows of an event that the second does not know of. */
function knowsMore(a: VV, b: VV): boolean {
  return Object.keys(a).some((id) => countOf(a, id) > countOf(b, id))
}

/** An object answers to `constructor` too, although nobody gave it that name. */
function countOf(version: VV, id: NodeId): number {
  const count = Object.hasOwn(version, id) ? version[id] : 0
  if (Number(count) < 0) throw new Error('sentinel-version-vectors-drops-equal-only.ts: below 0')
  return Number(count)
}
