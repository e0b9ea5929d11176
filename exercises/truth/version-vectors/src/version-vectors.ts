/** The name of a node: any string. */
export type NodeId = string

/** Of each node, how many of its events are known. A node that is not named has 0. */
export type VV = Readonly<Record<NodeId, number>>

/** How the first of two versions stands to the second. */
export type Order = 'before' | 'after' | 'equal' | 'concurrent'

/** One of the values that stand side by side until somebody who has read them all writes again. */
export interface Sib<T> {
  readonly version: VV
  readonly value: T
}

// TODO: part 1. Does the first version know less than the second, more, the same, or neither?
export function compare(_a: VV, _b: VV): Order {
  throw new Error('compare is not written yet: start at part 1 in src/version-vectors.ts')
}

// TODO: part 2. What somebody knows who has seen both.
export function merge(_a: VV, _b: VV): VV {
  throw new Error('merge is not written yet: it is in part 2')
}

// TODO: part 2. What is known once the node has done one thing more.
export function bump(_a: VV, _id: NodeId): VV {
  throw new Error('bump is not written yet: it is in part 2')
}

// TODO: part 3. What a store keeps when `at` writes a value and has read `context` before.
export function put<T>(
  _siblings: readonly Sib<T>[],
  _context: VV,
  _value: T,
  _at: NodeId,
): Sib<T>[] {
  throw new Error('put is not written yet: it is part 3')
}
