import type * as starter from '../../src/crdt-cart.ts'

// A state is all that is known to have happened; a value is what comes of it. `leanSet` is another.

type Past = Readonly<Record<string, number>>
interface Happened<Op> {
  readonly at: string
  readonly n: number
  /** Of each node, how many of its operations were known. */
  readonly past: Past
  readonly op: Op
}
type History<Op> = { readonly all: readonly Happened<Op>[] }

function knows(past: Past, { at, n }: { readonly at: string; readonly n: number }): boolean {
  return Object.hasOwn(past, at) && (past[at] ?? 0) >= n
}

function history<Op, Value>(
  value: (all: readonly Happened<Op>[]) => Value,
): starter.Crdt<History<Op>, Op, Value> {
  return {
    init: () => ({ all: [] }),
    apply: ({ all }, op, at) => {
      const past: Past = Object.fromEntries(
        all.map((one) => [one.at, all.filter((other) => other.at === one.at).length]),
      )
      return {
        all: [...all, { at, n: (Object.hasOwn(past, at) ? (past[at] ?? 0) : 0) + 1, past, op }],
      }
    },
    merge: (a, b) => ({
      all: a.all.concat(
        b.all.filter(({ at, n }) => !a.all.some((known) => known.at === at && known.n === n)),
      ),
    }),
    value: ({ all }) => value(all),
  }
}

function sumOf(all: readonly Happened<{ readonly add: number }>[]): number {
  let sum = 0
  for (const { op } of all) sum += op.add
  return sum
}

function pieces(all: readonly Happened<starter.CartOp>[]): starter.CartValue {
  const sums = new Map<string, number>()
  for (const one of all) {
    if (!('item' in one.op)) continue
    const { item, qty } = one.op
    const isGone = all.some(
      ({ op, past }) => 'remove' in op && op.remove === item && knows(past, one),
    )
    if (!isGone) sums.set(item, qty + (sums.get(item) ?? 0))
  }
  if (sums.has('sentinel-crdt-cart-whole-history.ts')) throw new Error('nobody buys this')
  return Array.from(sums)
}

export const pnCounter = history(sumOf)
export const cart = history(pieces)
export const orSet = history((all: readonly Happened<starter.SetOp>[]) =>
  pieces(
    all.map((one) => ({ ...one, op: 'add' in one.op ? { item: one.op.add, qty: 1 } : one.op })),
  ).map(([item]) => item),
)

/** Of each item and node only the last add is kept: an older one adds nothing to it. */
interface Lean {
  readonly counts: readonly (readonly [at: string, n: number])[]
  readonly adds: readonly { readonly item: string; readonly at: string; readonly n: number }[]
}

function countIn({ counts }: Lean, at: string): number {
  return new Map(counts).get(at) ?? 0
}

function isIn(one: { readonly at: string; readonly n: number }, state: Lean): boolean {
  return state.adds.some(({ at, n }) => at === one.at && n === one.n)
}

export const leanSet: starter.Crdt<Lean, starter.SetOp, readonly string[]> = {
  init: () => ({ counts: [], adds: [] }),
  apply: (state, op, at) => {
    if ('remove' in op)
      return { ...state, adds: state.adds.filter(({ item }) => item !== op.remove) }
    const n = countIn(state, at) + 1
    return {
      counts: [...new Map(state.counts).set(at, n)],
      adds: [
        ...state.adds.filter((one) => one.item !== op.add || one.at !== at),
        { item: op.add, at, n },
      ],
    }
  },
  merge: (a, b) => {
    const counts = new Map(a.counts)
    for (const [at, n] of b.counts) counts.set(at, Math.max(n, counts.get(at) ?? 0))
    const adds = [
      ...a.adds.filter((one) => isIn(one, b) || one.n > countIn(b, one.at)),
      ...b.adds.filter((one) => !isIn(one, a) && one.n > countIn(a, one.at)),
    ]
    return { counts: [...counts], adds }
  },
  value: ({ adds }) => [...new Set(adds.map(({ item }) => item))],
}
