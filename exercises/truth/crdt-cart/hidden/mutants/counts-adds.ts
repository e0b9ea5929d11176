export type NodeId = string

export interface Crdt<State, Op, Value> {
  init(): State
  apply(state: State, op: Op, at: NodeId): State
  merge(a: State, b: State): State
  value(state: State): Value
}

export type SetOp = { readonly add: string } | { readonly remove: string }
export type CartOp = { readonly item: string; readonly qty: number } | { readonly remove: string }
export type CartValue = readonly (readonly [item: string, qty: number])[]

/** For each node what it added and what it took away: neither of them ever shrinks. */
type Tally = readonly (readonly [at: NodeId, more: number, less: number])[]

export const pnCounter: Crdt<Tally, { readonly add: number }, number> = {
  init: () => [],

  apply(state, { add }, at) {
    const own = state.find(([node]) => node === at) ?? [at, 0, 0]
    const others = state.filter(([node]) => node !== at)
    return [...others, [at, own[1] + Math.max(add, 0), own[2] + Math.max(-add, 0)]]
  },

  merge(a, b) {
    const known = new Map(a.map((entry) => [entry[0], entry]))
    for (const [at, more, less] of b) {
      const [, before, taken] = known.get(at) ?? [at, 0, 0]
      known.set(at, [at, Math.max(before, more), Math.max(taken, less)])
    }
    return [...known.values()]
  },

  value: (state) => state.reduce((sum, [, more, less]) => sum + more - less, 0),
}

/** One add: the n-th operation of its node, so that no two are the same. */
interface Dot {
  readonly at: NodeId
  readonly n: number
  readonly item: string
  readonly qty: number
}

/** A dot that is seen and not there was removed: nothing else has to be kept of it. */
interface Dots {
  readonly seen: readonly (readonly [at: NodeId, n: number])[]
  readonly there: readonly Dot[]
}

export const cart: Crdt<Dots, CartOp, CartValue> = {
  init: () => ({ seen: [], there: [] }),

  apply(state, op, at) {
    if ('remove' in op) {
      return { ...state, there: state.there.filter(({ item }) => item !== op.remove) }
    }
    const n = countOf(state, at) + 1
    const seen = state.seen.filter(([node]) => node !== at)
    return { seen: [...seen, [at, n]], there: [...state.there, { at, n, ...op }] }
  },

  merge(a, b) {
    const nodes = new Set([...a.seen, ...b.seen].map(([at]) => at))
    const kept = a.there.filter((dot) => hasDot(b, dot) || countOf(b, dot.at) < dot.n)
    const heard = b.there.filter((dot) => countOf(a, dot.at) < dot.n)
    return {
      seen: [...nodes].map((at) => [at, Math.max(countOf(a, at), countOf(b, at))]),
      there: [...kept, ...heard],
    }
  },

  value({ there }) {
    const sums = new Map<string, number>()
    for (const { item } of there) sums.set(item, (sums.get(item) ?? 0) + 1)
    return [...sums]
  },
}

export const orSet: Crdt<Dots, SetOp, readonly string[]> = {
  init: () => cart.init(),
  apply: (state, op, at) => cart.apply(state, 'add' in op ? { item: op.add, qty: 1 } : op, at),
  merge: (a, b) => cart.merge(a, b),
  value: (state) => cart.value(state).map(([item]) => item),
}

export const leanSet = orSet

function countOf({ seen }: Dots, at: NodeId): number {
  const n = seen.find(([node]) => node === at)?.[1] ?? 0
  if (n < 0) throw new RangeError('sentinel-crdt-cart-counts-adds.ts: less than nothing was done')
  return n
}

function hasDot({ there }: Dots, dot: Dot): boolean {
  return there.some(({ at, n }) => at === dot.at && n === dot.n)
}
