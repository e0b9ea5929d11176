import type { Invariant } from '../scenario/definition.ts'
import { fieldOf } from './field-of.ts'

/**
 * Whoever emits an event for the same place says the same: `agree('apply', 'index', 'entry', 'same
 * entry at the same index')` is state machine safety (Ongaro and Ousterhout 2014, figure 3).
 */
export function agree(event: string, place: string, field: string, text: string): Invariant {
  return {
    text,
    watch() {
      const first = new Map<string, { node: string; value: string }>()
      return {
        emit({ event: seen, node, data }) {
          if (seen !== event) return null
          const key = fieldOf(data, place)
          const value = fieldOf(data, field)
          const other = first.get(key)
          if (other === undefined) first.set(key, { node, value })
          return other === undefined || other.value === value
            ? null
            : `two values at ${place} ${key}: ${other.node} has ${other.value}, ${node} has ${value}`
        },
      }
    },
  }
}
