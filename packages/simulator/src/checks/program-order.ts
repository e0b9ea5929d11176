import type { Operation } from '../history/operation.ts'

/**
 * For each operation the answered one of the same client that returned at the very instant at
 * which it was invoked, or −1. Two calls that touch in time count as overlapping, since nobody knows which came
 * first; but a client knows the order of its own calls, which is the order of the list.
 */
export function touchingPredecessors(operations: readonly Operation[]): Int32Array {
  const predecessors = new Int32Array(operations.length).fill(-1)
  const lastOfClient = new Map<string, number>()
  for (const [index, operation] of operations.entries()) {
    const last = lastOfClient.get(operation.client)
    if (last !== undefined && touches(operations[last], operation)) predecessors[index] = last
    if (operation.outcome === 'ok') lastOfClient.set(operation.client, index)
  }
  return predecessors
}

export function hasTouchingCalls(operations: readonly Operation[]): boolean {
  return touchingPredecessors(operations).some((predecessor) => predecessor !== -1)
}

function touches(earlier: Operation | undefined, later: Operation): boolean {
  return earlier?.returnedAt === later.invokedAt
}
