import type { Invariant } from '../scenario/definition.ts'

/**
 * A number in what a node sends never gets smaller, over crashes too: `neverBack((msg: RaftMsg) =>
 * msg.term, 'terms never go back')`.
 *
 * @param numberOf the number of a message; undefined for messages without one
 */
export function neverBack(numberOf: (msg: unknown) => number | undefined, text: string): Invariant {
  return {
    text,
    watch() {
      const highest = new Map<string, number>()
      return {
        send({ from, msg }) {
          const now = numberOf(msg)
          if (now === undefined) return null
          const before = highest.get(from) ?? -Infinity
          if (now >= before) {
            highest.set(from, now)
            return null
          }
          return `${from} sent ${before} and later ${now}`
        },
      }
    },
  }
}
