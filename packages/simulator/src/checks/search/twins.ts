import { endOf } from '../../history/end-of.ts'
import type { Operation } from '../../history/operation.ts'

/**
 * For each open operation an equal open one that was invoked before it, or −1. Whatever the later
 * one can explain, the earlier one can too, so it is enough to try them in this order.
 */
export function twinsOf(operations: readonly Operation[]): Int32Array {
  const twins = new Int32Array(operations.length).fill(-1)
  const lastOfInput = new Map<string, number>()
  for (const [index, operation] of operations.entries()) {
    if (endOf(operation) !== Infinity) continue
    const text = JSON.stringify(operation.input)
    const last = lastOfInput.get(text)
    // One invoked at the same instant may have to wait for a call that the other need not await.
    if (last !== undefined && (operations[last]?.invokedAt ?? Infinity) < operation.invokedAt) {
      twins[index] = last
    }
    lastOfInput.set(text, index)
  }
  return twins
}
