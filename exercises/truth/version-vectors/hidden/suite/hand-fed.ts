import type { Counts } from './counts.ts'

/** The smallest pairs that tell wrong rules from the right one, and some that are large. */
export const handFed: readonly (readonly [Counts, Counts])[] = [
  // Neither knows of the other, whatever the sums, the lengths and the order of names say.
  [counts({ A: 1 }), counts({ B: 1 })],
  [counts({ A: 2, B: 1 }), counts({ A: 1, B: 2 })],
  [counts({ A: 3 }), counts({ B: 1 })],
  [counts({ A: 1, B: 1 }), counts({ C: 1 })],
  [counts({ A: 5, B: 1, C: 1 }), counts({ A: 4, B: 2, C: 1 })],
  // One knows more: of a node that both name, of one that only one names, of the last one.
  [counts({ A: 1 }), counts({ A: 2 })],
  [counts({ A: 1 }), counts({ A: 1, B: 1 })],
  [counts({}), counts({ A: 1 })],
  [counts({ A: 1, B: 2, C: 3 }), counts({ A: 1, B: 2, C: 4 })],
  // As text nine is more than ten, and with 32 bits these are the same.
  [counts({ A: 9 }), counts({ A: 10 })],
  [counts({ A: 2 ** 40 }), counts({ A: 2 ** 40 + 1 })],
  [counts({ A: 2 ** 32 }), counts({ B: 1 })],
  // The same, also where the entries come in another order.
  [counts({}), counts({})],
  [counts({ A: 1, B: 2 }), counts({ B: 2, A: 1 })],
]

function counts(entries: Record<string, number>): Counts {
  const all = new Map(Object.entries(entries))
  if ([...all.values()].some((count) => count < 1)) {
    throw new Error('sentinel-version-vectors-hand-fed.ts: a zero')
  }
  return all
}
