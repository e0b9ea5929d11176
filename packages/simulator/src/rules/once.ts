import type { Invariant } from '../scenario/definition.ts'
import { fieldOf } from './field-of.ts'

/**
 * At most one node emits an event for each value of a field; the same node may do so again.
 * `once('leader', 'term', 'one leader per term')` is election safety (Ongaro and Ousterhout 2014,
 * figure 3).
 */
export function once(event: string, field: string, text: string): Invariant {
  return {
    text,
    watch() {
      const first = new Map<string, string>()
      return {
        emit({ event: seen, node, data }) {
          if (seen !== event) return null
          const value = fieldOf(data, field)
          const other = first.get(value)
          if (other === undefined) first.set(value, node)
          return other === undefined || other === node
            ? null
            : `${other} and ${node} both are ${event} of ${field} ${value}`
        },
      }
    },
  }
}
