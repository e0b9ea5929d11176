import type { Invariant } from '../scenario/definition.ts'

/**
 * A number in what a node sends never gets smaller, over crashes too: `neverBack(termOf, 'terms never
 * go back')`. Clients are held to it as well.
 *
 * @param numberOf the number of a message, undefined where it has none
 */
export function neverBack<M = unknown>(
  numberOf: (msg: M) => number | undefined,
  text: string,
): Invariant<M> {
  return {
    text,
    watch() {
      const highest = new Map<string, number>()
      return {
        send({ from, msg }) {
          const now = numberOf(msg)
          if (now === undefined) return null
          const before = highest.get(from) ?? -Infinity
          if (now === before) return null
          if (now > before) {
            highest.set(from, now)
            return null
          }
          return `${from} sent ${before} and later ${now}`
        },
      }
    },
  }
}
